declare module 'blocks' {
  const rooms: (import('./types.js').QuestionType | import('./types.js').BlockBehaviour)[];
  export default rooms;
}

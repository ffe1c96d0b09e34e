/**
 * The error codes of the SCORM 1.2 API (RTE 3.3.4). No others exist in 1.2: the 205 that the RTE names here and there
 * is an erratum for 405.
 * @type {Readonly<Record<string, string>>}
 */
export const ERRORS = Object.freeze({
  0: 'No error',
  101: 'General exception',
  201: 'Invalid argument error',
  202: 'Element cannot have children',
  203: 'Element not an array - cannot have count',
  301: 'Not initialized',
  401: 'Not implemented error',
  402: 'Invalid set value, element is a keyword',
  403: 'Element is read only',
  404: 'Element is write only',
  405: 'Incorrect data type',
});

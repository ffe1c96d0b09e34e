/** Writes the table of scenarios in docs/tracking-contract.md anew. */
import { writeTable } from './contract.js';
import { scenarios } from './scenarios/index.js';

writeTable(scenarios);

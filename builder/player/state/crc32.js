/** CRC-32 as in zip and PNG (ISO 3309): it notices every change of up to 32 bits in a row. */

const TABLE = Uint32Array.from({ length: 256 }, (_, byte) => {
  let value = byte;
  for (let bit = 0; bit < 8; bit += 1) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
  return value;
});

/**
 * @param {string} text  ASCII
 * @returns {number} 0 … 2³² − 1
 */
export function crc32(text) {
  let crc = 0xffffffff;
  for (let at = 0; at < text.length; at += 1) {
    crc = (crc >>> 8) ^ TABLE[(crc ^ text.charCodeAt(at)) & 0xff];
  }
  return (crc ^ 0xffffffff) >>> 0;
}

/** As much as is looked at to see what a layer is, white space before it not counted. In bytes. */
export const headLength = 2_048;
/** So much white space is passed over. */
const whiteMaximum = 1024 * 1024;

/** How data begins; white space is passed over only when there is nothing else. */
export function headOf(data: Buffer): Buffer {
  let from = 0;
  while (from < whiteMaximum && isWhite(data[from])) from += 1;
  if (from < headLength) from = 0;
  return data.subarray(from, from + headLength);
}

function isWhite(byte: number | undefined): boolean {
  return byte === 0x20 || byte === 0x0a || byte === 0x0d || byte === 0x09 || byte === 0;
}

/** Bytes that may come out of one stream, and out of all of them, and how many there may be. */
export interface PdfLimits {
  readonly stream: number;
  readonly total: number;
  readonly streams: number;
}

/** More has come out than may. */
export class Overflow extends Error {}

/** What has come out so far, of everything and at every depth. */
export class Budget {
  #unpacked = 0;
  readonly limits: PdfLimits;

  constructor(limits: PdfLimits) {
    this.limits = limits;
  }

  add(size: number, ofStream: number): void {
    this.#unpacked += size;
    if (ofStream > this.limits.stream || this.#unpacked > this.limits.total) throw new Overflow();
  }
}

import type { Locale } from './locale';

/**
 * A text as structure, so that a page, a PDF and what is stored are the same words in the same order.
 * `facts` are terms with their values; in a table the first cell of each row names the row.
 */
export type Block =
  | { readonly kind: 'heading'; readonly level: 2 | 3; readonly text: string }
  | { readonly kind: 'paragraph'; readonly text: string }
  | { readonly kind: 'list'; readonly items: readonly string[] }
  | { readonly kind: 'facts'; readonly rows: readonly Fact[] }
  | {
      readonly kind: 'table';
      readonly caption: string;
      readonly head: readonly string[];
      readonly rows: readonly (readonly string[])[];
    };

export interface Fact {
  readonly term: string;
  readonly value: string;
}

/** A titled text in one language. */
export interface StructuredText {
  readonly locale: Locale;
  readonly title: string;
  readonly blocks: readonly Block[];
}

import { cache } from 'react';

/** One a request: whom its forms are shown to. Outside of a request there is nobody. */
const reader = cache((): { mark: string | undefined } => ({ mark: undefined }));

/**
 * Told when a page has learnt who looks at it: each of its forms then says so in a hidden field, without every
 * form having to be told. A page that is for somebody reads who it is before it shows anything.
 */
export function formsAreShownTo(mark: string): void {
  reader().mark = mark;
}

/** The mark of the person whom this request's forms are shown to. */
export function formReader(): string | undefined {
  return reader().mark;
}

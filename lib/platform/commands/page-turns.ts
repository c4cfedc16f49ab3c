import type { ServerResponse } from 'node:http';
import pLimit from 'p-limit';

/**
 * Milliseconds after which a page no longer keeps others waiting. To make one is almost all processor work
 * and takes about ten: with many begun at once each waits for all the others, and the slowest take twice as
 * long as they would in a line (tests/bench). One that takes longer waits for something else, such as a
 * database that is far away, and meanwhile the next can be made.
 */
const longestTurn = 30;

/** What is answered without making a page: whether we live, forms and downloads, and files. */
const notPages = /^\/(?:api|_next|healthz|readyz)(?:\/|$)|\.[a-z0-9]+$/i;

/** Whether a request asks for a page. Forms are not pages: whoever sends one slowly holds nobody up. */
export function asksForPage(method: string | undefined, path: string): boolean {
  return (method === 'GET' || method === 'HEAD') && !notPages.test(path);
}

/**
 * A line where answers wait for their turn, one at a time, first come, first served.
 *
 * @returns takes an answer and what begins it. The turn is over when the answer has been sent or its reader
 *   has gone, and after `longest` milliseconds. For a reader who goes while they wait nothing is begun.
 */
export function pageTurns(
  longest = longestTurn,
): (response: ServerResponse, begin: () => void) => void {
  const line = pLimit(1);
  return (response, begin) => {
    void line(async () => {
      if (response.closed) return;
      const over = answered(response, longest);
      begin();
      await over;
    });
  };
}

/** Until an answer has been sent or its reader has gone, but no longer than so many milliseconds. */
function answered(response: ServerResponse, longest: number): Promise<void> {
  return new Promise((settle) => {
    const over = () => {
      clearTimeout(limit);
      settle();
    };
    const limit = setTimeout(over, longest);
    response.once('finish', over);
    response.once('close', over);
  });
}

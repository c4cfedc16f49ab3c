'use client';

import './theme/theme.css';
import { fontVariables } from './theme/fonts';
import { ErrorWords } from '@/components/frame/error-words';

/** When even the frame of the page fails. */
export default function GlobalError() {
  return (
    <html lang="nb" className={fontVariables}>
      <body>
        <main id="content">
          <ErrorWords />
        </main>
      </body>
    </html>
  );
}

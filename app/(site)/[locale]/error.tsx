'use client';

import { useParams } from 'next/navigation';
import { ErrorWords } from '@/components/frame/error-words';

/** An error of ours. Next asks for a client component here: the only one that applicants are sent. */
export default function ErrorPage() {
  const { locale } = useParams();
  return (
    <main id="content">
      <ErrorWords locale={locale} />
    </main>
  );
}

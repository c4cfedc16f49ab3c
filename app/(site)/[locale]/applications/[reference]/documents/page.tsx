import type { Metadata } from 'next';
import { headers } from 'next/headers';
import { readFormReturn } from '@/app/form-return';
import { DocumentsView } from '@/components/application/documents-view';
import { readWaiting } from '@/components/application/waiting-category';
import { wordApplicationProblems } from '@/components/application/word-problems';
import { bindFields } from '@/components/ui/bind-fields';
import { readStepView, stepMetadata, type StepPageProps } from '../read-step';

export function generateMetadata(props: StepPageProps): Promise<Metadata> {
  return stepMetadata(props, 'documents', ['documents', 'remove-document']);
}

export default async function DocumentsPage(props: StepPageProps) {
  const { searchParams } = props;
  const [upload, removal] = await Promise.all([
    readFormReturn('documents', searchParams),
    readFormReturn('remove-document', searchParams),
  ]);
  const view = await readStepView(props, upload ?? removal);
  const { done, waiting: asked } = await searchParams;
  const retur = asked ?? (upload ?? removal)?.typed['waiting']?.[0];
  const category = await readFormReturn('category', Promise.resolve({ retur }));
  const nonce = (await headers()).get('x-nonce') ?? undefined;
  // A removal that was refused belongs to no field, and has words of its own.
  const problems =
    removal === null
      ? view.problems
      : wordApplicationProblems(
          view.locale,
          'application',
          removal.problems.map((problem) => ({ ...problem, field: 'removal' })),
        ).map((problem) => ({ ...problem, field: '' }));
  const field = bindFields({
    locale: view.locale,
    problems,
    ...(upload === null ? {} : { values: upload.typed }),
  });
  return (
    <>
      <DocumentsView
        view={{ ...view, problems }}
        field={field}
        done={done === 'added' || done === 'removed' || done === 'there' ? done : null}
        waiting={readWaiting(retur, category)}
      />
      <script src="/enhance/upload.js" defer nonce={nonce} />
    </>
  );
}

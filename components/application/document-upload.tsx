import type { ReactNode } from 'react';
import { getTexts } from '@/components/texts/get-texts';
import type { FieldBinding } from '@/components/ui/bind-fields';
import { Button } from '@/components/ui/button';
import { RadioGroup } from '@/components/ui/choice-group';
import { Details } from '@/components/ui/details';
import { FileField } from '@/components/ui/file-field';
import { FormFooter } from '@/components/ui/form';
import {
  documentBytesMaximum,
  documentPurposes,
  documentsMaximum,
} from '@/lib/application/rules/answers';
import { languageTag, type Locale } from '@/lib/kernel/locale';
import styles from './document-upload.module.css';

const megabytes = documentBytesMaximum / 1024 / 1024;

/**
 * The fields of an upload: what it shows, the file, and the button. One file at a time as it stands;
 * /enhance/upload.js makes it several, each with what it shows and how it is going, from the words that
 * stand in `data-words`.
 */
export function DocumentUpload(props: {
  locale: Locale;
  purpose: FieldBinding;
  file: FieldBinding;
  /** Among the buttons of the page it is the one to press. */
  isFirst: boolean;
  documentsLeft: number;
}) {
  const { locale, purpose, file, isFirst, documentsLeft } = props;
  const t = getTexts(locale, 'application');
  return (
    <div
      className={styles.upload}
      data-upload=""
      data-words={JSON.stringify(wordsOf(locale))}
      data-maximum={documentBytesMaximum}
      data-left={documentsLeft}
      data-language={languageTag(locale)}
    >
      <div data-upload-purpose="">
        <RadioGroup
          {...purpose}
          label={t('documents.documents')}
          choices={documentPurposes.map((value) => ({
            value,
            label: t(`documents.purposes.${value}`),
            ...(value === 'other' ? {} : { hint: t(`documents.purposeHints.${value}`) }),
          }))}
        />
      </div>
      <div data-upload-file="">
        <FileField
          id={file.id}
          name={file.name}
          locale={locale}
          error={file.error}
          label={t('documents.file')}
          hint={t('documents.limits', { megabytes, maximum: documentsMaximum })}
        />
      </div>
      <ByScript className={styles.files} part="rows" />
      <ByScript className="ds-sr-only" part="said" />
      <Convert locale={locale} />
      <FormFooter>
        <Button variant={isFirst ? 'primary' : 'secondary'} name="_intent" value="upload">
          {t('documents.upload')}
        </Button>
      </FormFooter>
    </div>
  );
}

/**
 * A place that is the script's alone. Empty HTML of its own tells the framework to leave its children be,
 * also when they come before it has woken up.
 */
function ByScript({ className, part }: { className: string | undefined; part: 'rows' | 'said' }) {
  return (
    <div
      className={className}
      data-upload-part={part}
      role={part === 'said' ? 'status' : undefined}
      dangerouslySetInnerHTML={{ __html: '' }}
      suppressHydrationWarning
    />
  );
}

/** What to do with a file that we do not take: before it is chosen, and after. */
function Convert({ locale }: { locale: Locale }) {
  const t = getTexts(locale, 'documents');
  const b = (words: ReactNode) => <strong>{words}</strong>;
  return (
    <Details summary={t('convert.summary')}>
      <ul>
        <li>{t.rich('convert.iphone', { b })}</li>
        <li>{t.rich('convert.iphonePicture', { b })}</li>
        <li>{t.rich('convert.samsung', { b })}</li>
        <li>{t.rich('convert.word', { b })}</li>
      </ul>
    </Details>
  );
}

/** All that the script says. What it must put in stands in braces: `{name}`. */
function wordsOf(locale: Locale) {
  const t = getTexts(locale, 'documents');
  const ofList = getTexts(locale, 'application');
  return {
    hint: t('uploader.hint'),
    chosen: t('uploader.chosen'),
    shows: t('uploader.shows'),
    choose: t('uploader.choose'),
    waiting: t('uploader.waiting'),
    sending: t('uploader.sending', { percent: '{percent}' }),
    checking: t('uploader.checking'),
    added: t('uploader.added'),
    there: t('uploader.there'),
    refused: t('uploader.refused', { reason: '{reason}' }),
    remove: t('uploader.remove'),
    again: t('uploader.again'),
    kilobytes: ofList('documents.kilobytes', { size: '{size}' }),
    megabytes: ofList('documents.megabytes', { size: '{size}' }),
    noFile: t('uploader.noFile'),
    noPurpose: t('uploader.noPurpose'),
    tooLarge: t('uploader.tooLarge', { megabytes }),
    empty: t('uploader.empty'),
    tooMany: t('uploader.tooMany', { maximum: documentsMaximum }),
    network: t('uploader.network'),
    trouble: t('uploader.trouble'),
    busy: t('uploader.busy'),
    saidChosenOne: t('uploader.saidChosenOne'),
    saidChosenMany: t('uploader.saidChosenMany', { count: '{count}' }),
    saidAdded: t('uploader.saidAdded', { name: '{name}' }),
    saidRefused: t('uploader.saidRefused', { name: '{name}', reason: '{reason}' }),
    saidDone: t('uploader.saidDone', { added: '{added}', total: '{total}' }),
  };
}

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

/** What differs between the places where documents are uploaded. */
interface UploadPlace {
  readonly locale: Locale;
  /** What each shows; null where all show what was asked for. */
  readonly purpose: FieldBinding | null;
  readonly file: FieldBinding;
  readonly label: string;
  readonly hint: string;
  readonly optional?: boolean;
  readonly documentsLeft: number;
  /** The button that uploads, by what it says to the door. */
  readonly button: {
    readonly value: string;
    readonly variant: 'primary' | 'secondary';
    readonly words: string;
  };
  readonly words: UploadWords;
}

/** What the script says otherwise from place to place. */
interface UploadWords {
  readonly tooMany: string;
  readonly saidChosenOne: string;
  readonly saidChosenMany: string;
  /** Said when there is room for no more; without it the page is loaded anew, and says it. */
  readonly full?: string;
}

/** The documents of an application, each with what it shows. */
export function DocumentUpload(props: {
  locale: Locale;
  purpose: FieldBinding;
  file: FieldBinding;
  /** Among the buttons of the page it is the one to press. */
  isFirst: boolean;
  documentsLeft: number;
}) {
  const { locale, isFirst, ...rest } = props;
  const t = getTexts(locale, 'application');
  const ofScript = getTexts(locale, 'documents');
  return (
    <UploadFields
      {...rest}
      locale={locale}
      label={t('documents.file')}
      hint={t('documents.limits', { megabytes, maximum: documentsMaximum })}
      button={{
        value: 'upload',
        variant: isFirst ? 'primary' : 'secondary',
        words: t('documents.upload'),
      }}
      words={{
        tooMany: ofScript('uploader.tooMany', { maximum: documentsMaximum }),
        saidChosenOne: ofScript('uploader.saidChosenOne'),
        saidChosenMany: ofScript('uploader.saidChosenMany', { count: '{count}' }),
      }}
    />
  );
}

/**
 * The fields of an upload: what it shows, the file, and the button. One file at a time as it stands;
 * /enhance/upload.js makes it several, each with how it is going, from the words that stand in `data-words`.
 */
export function UploadFields({ locale, purpose, file, button, ...place }: UploadPlace) {
  const t = getTexts(locale, 'application');
  return (
    <div
      className={styles.upload}
      data-upload=""
      data-intent={button.value}
      data-words={JSON.stringify({ ...wordsOf(locale), ...place.words })}
      data-maximum={documentBytesMaximum}
      data-left={place.documentsLeft}
      data-language={languageTag(locale)}
    >
      {purpose === null ? null : (
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
      )}
      <div data-upload-room="">
        <FileField
          id={file.id}
          name={file.name}
          locale={locale}
          error={file.error}
          label={place.label}
          hint={place.hint}
          optional={place.optional}
        />
      </div>
      <ByScript className={styles.files} part="rows" />
      <ByScript className="ds-sr-only" part="said" />
      <div data-upload-room="">
        <Convert locale={locale} />
        <FormFooter>
          <Button variant={button.variant} name="_intent" value={button.value}>
            {button.words}
          </Button>
        </FormFooter>
      </div>
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

/** All that the script says everywhere. What it must put in stands in braces: `{name}`. */
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
    network: t('uploader.network'),
    trouble: t('uploader.trouble'),
    busy: t('uploader.busy'),
    saidAdded: t('uploader.saidAdded', { name: '{name}' }),
    saidRefused: t('uploader.saidRefused', { name: '{name}', reason: '{reason}' }),
    saidDone: t('uploader.saidDone', { added: '{added}', total: '{total}' }),
  };
}

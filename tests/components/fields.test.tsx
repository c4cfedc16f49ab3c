import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { bindFields } from '@/components/ui/bind-fields';
import { Checkbox } from '@/components/ui/checkbox';
import { RadioGroup } from '@/components/ui/choice-group';
import { DateField } from '@/components/ui/date-field';
import { ErrorSummary } from '@/components/ui/error-summary';
import { Form } from '@/components/ui/form';
import { TextField } from '@/components/ui/text-field';

const problems = [{ field: 'phone', message: 'Skriv telefonnummeret ditt' }];

describe('a field', () => {
  const field = bindFields({
    locale: 'nb',
    values: { phone: ['12<3'], day: '2026-12-31' },
    problems,
  });

  it('has a label of its own, and keeps what was typed', () => {
    const html = renderToStaticMarkup(<TextField {...field('phone')} label="Telefon" />);
    expect(html).toContain('<label class="ds-label" for="phone">Telefon</label>');
    expect(html).toContain('value="12&lt;3"');
  });

  it('is described by its hint and by what is wrong with it', () => {
    const html = renderToStaticMarkup(
      <TextField {...field('phone')} label="Telefon" hint="Åtte siffer" />,
    );
    expect(html).toContain('aria-describedby="phone-hint phone-error"');
    expect(html).toContain('aria-invalid="true"');
    expect(html).toMatch(/id="phone-error"><span class="ds-sr-only">Feil: <\/span>Skriv/);
  });

  it('says nothing of errors or hints that it does not have', () => {
    const html = renderToStaticMarkup(<TextField {...field('name')} label="Navn" optional />);
    expect(html).not.toContain('aria-');
    expect(html).toContain('(valgfritt)');
  });

  it('shows a day as people write it, and what cannot be read as it was typed', () => {
    expect(renderToStaticMarkup(<DateField {...field('day')} label="Dag" />)).toContain(
      'value="31.12.2026"',
    );
    const odd = bindFields({ locale: 'nb', values: { day: '31.13.2026' } });
    expect(renderToStaticMarkup(<DateField {...odd('day')} label="Dag" />)).toContain(
      'value="31.13.2026"',
    );
  });

  it('is never ticked for the reader', () => {
    const html = renderToStaticMarkup(<Checkbox {...field('conditions')} label="Jeg godtar" />);
    expect(html).not.toContain('checked');
  });
});

describe('a group of choices', () => {
  it('is a fieldset with a legend, and its first choice answers to the group’s name', () => {
    const html = renderToStaticMarkup(
      <RadioGroup
        id="category"
        name="category"
        locale="nb"
        label="Søkergruppe"
        defaultValue="4"
        choices={[
          { value: '1', label: 'Psykolog' },
          { value: '4', label: 'Uten høyskole' },
        ]}
      />,
    );
    expect(html).toMatch(/^<fieldset/);
    expect(html).toContain('<legend');
    expect(html).toContain('id="category" name="category" value="1"');
    expect(html).toMatch(/id="category-4"[^>]*checked/);
  });
});

describe('a form', () => {
  it('leaves the judging to the server and sends its hidden values', () => {
    const html = renderToStaticMarkup(
      <Form action="/api/nb/application" hidden={{ cohort: 'x', none: undefined }}>
        …
      </Form>,
    );
    expect(html).toContain('method="post"');
    expect(html).toContain('noValidate');
    expect(html.match(/type="hidden"/g)).toHaveLength(1);
  });

  it('begins with what is wrong, takes the focus, and links to each field', () => {
    const html = renderToStaticMarkup(<ErrorSummary locale="nn" problems={problems} />);
    expect(html).toContain('role="alert"');
    expect(html).toMatch(/autofocus/i);
    expect(html).toContain('<a href="#phone">Skriv telefonnummeret ditt</a>');
    expect(html).toContain('Det er éin feil du må rette');
  });

  it('shows no summary when nothing is wrong', () => {
    expect(renderToStaticMarkup(<ErrorSummary locale="nb" problems={[]} />)).toBe('');
  });
});

import { HtmlValidate } from 'html-validate';

/** The standard's own rules and those for assistive technology. What is a matter of style is the formatter's. */
const validator = new HtmlValidate({
  extends: ['html-validate:standard', 'html-validate:a11y'],
});

/** What a page's HTML, as it came from the server, has against the standard. */
export async function htmlFaults(html: string): Promise<string[]> {
  const { results } = await validator.validateString(html);
  return results.flatMap(({ messages }) =>
    messages.map(
      ({ ruleId, message, line, column, selector }) =>
        `${ruleId}: ${message} (${line}:${column} ${selector ?? ''})`,
    ),
  );
}

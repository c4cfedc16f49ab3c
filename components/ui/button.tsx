import type { ReactNode } from 'react';

type Variant = 'primary' | 'secondary' | 'tertiary';

interface ButtonLook {
  children: ReactNode;
  variant?: Variant;
  /** `danger` for what cannot be undone. */
  color?: 'accent' | 'danger' | 'neutral';
  id?: string;
}

/** Sends its form. Verbs first: «Send søknad». */
export function Button({
  children,
  variant = 'primary',
  color = 'accent',
  id,
  ...form
}: ButtonLook & {
  type?: 'submit' | 'button';
  name?: string;
  value?: string;
  formAction?: string;
  form?: string;
  disabled?: boolean;
}) {
  return (
    <button
      className="ds-button"
      data-variant={variant}
      data-color={color}
      id={id}
      {...form}
      type={form.type ?? 'submit'}
    >
      {children}
    </button>
  );
}

/** A link that looks like the next thing to do. It only goes somewhere; changes are buttons. */
export function ButtonLink({
  children,
  href,
  variant = 'primary',
  color = 'accent',
  ...link
}: ButtonLook & { href: string; rel?: string; download?: boolean | string }) {
  return (
    <a className="ds-button" data-variant={variant} data-color={color} href={href} {...link}>
      {children}
    </a>
  );
}

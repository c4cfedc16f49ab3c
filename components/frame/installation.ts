import type { MainColor } from '@/lib/kernel/main-color';

/** What an installation calls itself, its main colour, and the role that answers for it. */
export interface Installation {
  readonly name: string;
  readonly contact: string;
  readonly color: MainColor;
}

import type { Installation } from '@/components/frame/installation';
import { parseEnv } from '@/lib/platform/env';

let read: Installation | undefined;

/** The installation's own name, colour and contact, from the environment. */
export function installation(): Installation {
  if (read === undefined) {
    const env = parseEnv(process.env);
    read = {
      name: env.INSTALLATION_NAME,
      contact: env.INSTALLATION_CONTACT,
      color: env.INSTALLATION_COLOR,
    };
  }
  return read;
}

import type { z } from 'zod';
import { openDoor } from '@/lib/platform/door/door';
import type { DoorOptions, RouteHandler } from '@/lib/platform/door/options';
import { signedInPerson } from '@/lib/staff/queries/signed-in-person';
import { rememberLanguage } from '@/lib/staff/use-cases/remember-language';
import { getPlatform } from './platform';

/** The one form door, in this house: every POST of `app/api` is made by it. */
export function door<Form extends z.ZodType>(options: DoorOptions<Form>): RouteHandler {
  return openDoor({ platform: getPlatform, identify: signedInPerson, rememberLanguage }, options);
}

import { motivationForm } from '@/lib/application/forms';
import { stepDoor } from '../step-door';

export const POST = stepDoor('motivation', motivationForm);

import { conditionsForm } from '@/lib/application/forms';
import { stepDoor } from '../step-door';

export const POST = stepDoor('conditions', conditionsForm);

import { workplaceForm } from '@/lib/application/forms';
import { stepDoor } from '../step-door';

export const POST = stepDoor('workplace', workplaceForm);

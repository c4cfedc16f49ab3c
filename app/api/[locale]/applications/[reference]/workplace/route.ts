import { workplaceForm } from '@/lib/application/workplace-form';
import { stepDoor } from '../step-door';

export const POST = stepDoor('workplace', workplaceForm);

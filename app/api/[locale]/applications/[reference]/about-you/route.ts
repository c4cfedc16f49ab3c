import { aboutYouForm } from '@/lib/application/forms';
import { stepDoor } from '../step-door';

export const POST = stepDoor('about-you', aboutYouForm);

import { categoryForm } from '@/lib/application/forms';
import { stepDoor } from '../step-door';

export const POST = stepDoor('category', categoryForm);

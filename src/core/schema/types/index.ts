// Generated from the files of this folder by `npm run generate`; do not edit.
import type { PageTypeSpec } from '../pageType';
import { book } from './book';
import { budget } from './budget';
import { competitor } from './competitor';
import { decision } from './decision';
import { improvement } from './improvement';
import { lineChange } from './lineChange';
import { log } from './log';
import { marketingPlan } from './marketingPlan';
import { newProduct } from './newProduct';
import { opportunity } from './opportunity';
import { partner } from './partner';
import { product } from './product';
import { promotion } from './promotion';
import { proposal } from './proposal';
import { region } from './region';
import { response } from './response';
import { review } from './review';
import { segment } from './segment';
import { strategy } from './strategy';
import { tradeShow } from './tradeShow';
import { trend } from './trend';
import { voice } from './voice';

export const typeSpecs: readonly PageTypeSpec[] = [
  book,
  budget,
  competitor,
  decision,
  improvement,
  lineChange,
  log,
  marketingPlan,
  newProduct,
  opportunity,
  partner,
  product,
  promotion,
  proposal,
  region,
  response,
  review,
  segment,
  strategy,
  tradeShow,
  trend,
  voice,
];

import type { CastProvider } from '../cast-types.ts';
import { BRIGHTBRIDGE } from './brightbridge.ts';
import { HAITONG } from './haitong.ts';
import { LINGXI } from './lingxi.ts';
import { XINGBO } from './xingbo.ts';
import { YUANFAN } from './yuanfan.ts';

export const PROVIDERS: readonly CastProvider[] = [YUANFAN, BRIGHTBRIDGE, LINGXI, HAITONG, XINGBO];

import { describe, expect, it } from 'vitest';
import type { FileRef } from '../../../../src/chat/form.ts';
import { aPage, EVERY_FIELD } from '../../support/samples.ts';
import { MAX, overHttp } from '../support/adapter-on-slack.ts';

describe('evidence', () => {
  it('handed in with a form is fetched byte for byte', async () => {
    await using rig = await overHttp();
    const { control } = rig.slack;
    rig.core.answer = ({ kind }) => (kind === 'command' ? { kind: 'form', page: PAGE } : null);
    const max = control.person(MAX);
    const content = Buffer.from('%PDF-1.7\u0000 contract');
    const id = max.upload('contract.pdf', content);
    await max.command('/report attach');
    await control.until(() => max.modal());
    max.fill({ File: [id] });
    await max.submit();
    const submitted = rig.core.ran.at(-1);
    const file = submitted?.kind === 'form' ? submitted.values.file?.[0] : undefined;
    expect(file).toEqual({
      platform: 'slack',
      id,
      name: 'contract.pdf',
      mediaType: 'application/pdf',
      sizeBytes: content.length,
    });
    const bytes = await rig.adapter.port.fetchFile(fileRef(id));
    expect(Buffer.from(bytes)).toEqual(content);
    expect(control.violations).toEqual([]);
  });

  it('that is too large is refused before anything is fetched', async () => {
    await using rig = await overHttp();
    const id = rig.slack.control.person(MAX).upload('huge.pdf', Buffer.alloc(20 * 1024 * 1024 + 1));
    await expect(rig.adapter.port.fetchFile(fileRef(id))).rejects.toMatchObject({ reason: 'file_too_large' });
  });

  it('that is gone is undeliverable', async () => {
    await using rig = await overHttp();
    await expect(rig.adapter.port.fetchFile(fileRef('F0GONE'))).rejects.toMatchObject({
      name: 'Undeliverable',
      reason: 'file_not_found',
    });
  });
});

const PAGE = aPage({ fields: EVERY_FIELD.filter(({ kind }) => kind === 'file') });

const fileRef = (id: string): FileRef => ({
  platform: 'slack',
  id,
  name: 'contract.pdf',
  mediaType: 'application/pdf',
  sizeBytes: 1,
});

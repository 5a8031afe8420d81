import { type DragEvent, useState } from 'react';
import { objectsAt, stringAt } from '../../../../../../common/json.ts';
import { useLanguage } from '../../../../language/language.ts';
import { describedBy } from '../describe.ts';
import type { ElementProps } from '../element.ts';
import { useSurface } from '../surface.ts';
import { useEntry } from '../use-entry.ts';

/** Files are handed in at once, as in Slack; the form then carries their ids. */
export function FileInput(props: ElementProps) {
  const { element, inputId } = props;
  const { t } = useLanguage();
  const files = useFiles(props);
  const kinds = Array.isArray(element.filetypes) ? element.filetypes.map(String) : [];
  return (
    <fieldset
      className="sl-files"
      aria-describedby={describedBy(inputId)}
      onDragOver={(event) => event.preventDefault()}
      onDrop={(event: DragEvent) => {
        event.preventDefault();
        files.add(event.dataTransfer.files);
      }}
    >
      <label className="sl-button sl-files-button">
        {t('modal.file.choose')}
        <input
          id={inputId}
          type="file"
          className="visually-hidden"
          multiple={element.max_files !== 1}
          accept={kinds.map((kind) => `.${kind}`).join(',')}
          onChange={(event) => files.add(event.target.files)}
        />
      </label>
      <span className="sl-files-drop">{t('modal.file.drop')}</span>
      {kinds.length > 0 && (
        <p className="sl-files-kinds">{t('modal.file.kinds', { kinds: kinds.join(', ') })}</p>
      )}
      {files.failed && <p className="sl-error">{files.failed}</p>}
      <ul className="sl-files-list">
        {files.ids.map((id) => (
          <li key={id} className="sl-tag">
            {files.nameOf(id)}
            <button
              type="button"
              aria-label={t('modal.remove', { name: files.nameOf(id) })}
              onClick={() => files.remove(id)}
            >
              ×
            </button>
          </li>
        ))}
      </ul>
    </fieldset>
  );
}

function useFiles({ element, block }: ElementProps) {
  const surface = useSurface();
  const [names, setNames] = useState<Readonly<Record<string, string>>>({});
  const [failed, setFailed] = useState<string>();
  const entry = useEntry<readonly string[]>({ element, block }, (state) =>
    objectsAt(state ?? {}, 'files').map((file) => stringAt(file, 'id') ?? ''),
  );
  const add = async (list: FileList | null) => {
    const chosen = [...(list ?? [])];
    const answers = await Promise.all(chosen.map((file) => surface.upload(file)));
    setFailed(answers.find((answer) => answer.refused)?.refused?.message);
    const ids = answers.flatMap((answer) => answer.file ?? []);
    setNames((known) => ({
      ...known,
      ...Object.fromEntries(ids.map((id, index) => [id, chosen[index]?.name ?? id])),
    }));
    entry.set(element.max_files === 1 ? ids.slice(-1) : [...entry.value, ...ids]);
  };
  return {
    ids: entry.value,
    failed,
    add: (list: FileList | null) => void add(list),
    remove: (id: string) => entry.set(entry.value.filter((one) => one !== id)),
    nameOf: (id: string) => names[id] ?? id,
  };
}

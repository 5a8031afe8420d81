import { type DragEvent, useState } from 'react';
import { useLanguage } from '../../../../language/language.ts';
import { mostOf } from '../../components/options.ts';
import { type InputProps, listIn, useEntry, useForm } from '../form.ts';

/** Files are handed in at once; the form then carries their ids. */
export function FileUpload({ input, inputId, described }: InputProps) {
  const { t } = useLanguage();
  const files = useFiles(input);
  return (
    <fieldset
      className="dc-upload"
      aria-describedby={described}
      onDragOver={(event) => event.preventDefault()}
      onDrop={(event: DragEvent) => {
        event.preventDefault();
        files.add(event.dataTransfer.files);
      }}
    >
      <label className="dc-button dc-button-secondary">
        {t('modal.file.choose')}
        <input
          id={inputId}
          type="file"
          className="visually-hidden"
          multiple={mostOf(input) > 1}
          onChange={(event) => files.add(event.target.files)}
        />
      </label>
      <span className="dc-help">{t('modal.file.drop')}</span>
      {files.failed && <p className="dc-error">{files.failed}</p>}
      {files.ids.map((id) => (
        <span key={id} className="dc-tag">
          {files.nameOf(id)}
          <button
            type="button"
            aria-label={t('modal.remove', { name: files.nameOf(id) })}
            onClick={() => files.remove(id)}
          >
            ×
          </button>
        </span>
      ))}
    </fieldset>
  );
}

function useFiles(input: InputProps['input']) {
  const form = useForm();
  const [names, setNames] = useState<Readonly<Record<string, string>>>({});
  const [failed, setFailed] = useState<string>();
  const entry = useEntry(input, listIn);
  const add = async (list: FileList | null) => {
    const chosen = [...(list ?? [])];
    const answers = await Promise.all(chosen.map((file) => form.upload(file)));
    setFailed(answers.find(({ refused }) => refused)?.refused?.message);
    const kept = answers.flatMap(({ file: id }, index) => (id ? [[id, chosen[index]?.name ?? id]] : []));
    setNames((known) => ({ ...known, ...Object.fromEntries(kept) }));
    const ids = kept.flatMap(([id]) => id ?? []);
    entry.set([...entry.value, ...ids].slice(-mostOf(input)));
  };
  return {
    ids: entry.value,
    failed,
    add: (list: FileList | null) => void add(list),
    remove: (id: string) => entry.set(entry.value.filter((one) => one !== id)),
    nameOf: (id: string) => names[id] ?? id,
  };
}

import { useLanguage } from '../../../language/language.ts';
import { fileUrl, sizeInWords } from '../../shared/world/files.ts';
import { useSeat } from '../world/screen.ts';
import type { SharedFile } from '../world/wire.ts';

export function SharedFiles({ files }: { readonly files: readonly SharedFile[] }) {
  if (files.length === 0) return null;
  return (
    <ul className="sl-shared-files">
      {files.map((file) => (
        <li key={file.id}>
          {file.mimetype.startsWith('image/') ? <Shown file={file} /> : <Named file={file} />}
        </li>
      ))}
    </ul>
  );
}

function Shown({ file }: { readonly file: SharedFile }) {
  const { control } = useSeat();
  return (
    <img className="sl-shared-image" src={fileUrl(control.base, file.id)} alt={file.name} loading="lazy" />
  );
}

function Named({ file }: { readonly file: SharedFile }) {
  const { t } = useLanguage();
  const { control } = useSeat();
  return (
    <a
      className="sl-shared-file"
      href={fileUrl(control.base, file.id)}
      download={file.name}
      title={t('messages.download', { name: file.name })}
    >
      <span className="sl-shared-kind">{file.name.split('.').at(-1)?.slice(0, 4) ?? ''}</span>
      <span className="sl-shared-words">
        <strong>{file.name}</strong>
        <span>{sizeInWords(file.size)}</span>
      </span>
    </a>
  );
}

import { useLanguage } from '../../../language/language.ts';
import { fileUrl, sizeInWords } from '../../shared/world/files.ts';
import { FileIcon } from '../window/icons.tsx';
import { useSeat } from '../world/screen.ts';
import type { Attachment } from '../world/wire.ts';

export function Files({ files }: { readonly files: readonly Attachment[] }) {
  if (files.length === 0) return null;
  return (
    <div className="dc-files">
      {files.map((file) =>
        file.content_type.startsWith('image/') ? (
          <Picture key={file.id} file={file} />
        ) : (
          <NamedFile key={file.id} file={file} />
        ),
      )}
    </div>
  );
}

function Picture({ file }: { readonly file: Attachment }) {
  const { control } = useSeat();
  return (
    <img
      className="dc-picture"
      src={fileUrl(control.base, file.id)}
      alt={file.description ?? file.filename}
      loading="lazy"
    />
  );
}

export function NamedFile({ file }: { readonly file: Attachment }) {
  const { t } = useLanguage();
  const { control } = useSeat();
  return (
    <a
      className="dc-file"
      href={fileUrl(control.base, file.id)}
      download={file.filename}
      title={t('messages.download', { name: file.filename })}
    >
      <FileIcon />
      <span className="dc-file-words">
        <strong>{file.filename}</strong>
        <span>{sizeInWords(file.size)}</span>
      </span>
    </a>
  );
}

import type { ComponentType } from 'react';
import type { JsonObject } from '../../../../../common/json.ts';
import { objectAt, objectsAt, stringAt } from '../../../../../common/json.ts';
import { AnyElement } from '../elements/any-element.tsx';
import { actionIdOf } from '../elements/element.ts';
import { plainText, TextObject } from '../text/text-object.tsx';
import { ForeignBlock } from './foreign-block.tsx';
import { InputBlock } from './input-block.tsx';
import { Picture } from './picture.tsx';

export interface BlockProps {
  readonly block: JsonObject;
}

const BLOCKS: Readonly<Record<string, ComponentType<BlockProps>>> = {
  header: Header,
  section: Section,
  context: Context,
  divider: () => <hr className="sl-divider" />,
  actions: Actions,
  image: ImageBlock,
  input: InputBlock,
};

/** Blocks in order. Those that the bot's cards and forms are made of are ours, every other kind is the library's. */
export function Blocks({ blocks }: { readonly blocks: readonly JsonObject[] }) {
  return blocks.map((block, index) => {
    const Block = BLOCKS[stringAt(block, 'type') ?? ''] ?? ForeignBlock;
    return <Block key={`${stringAt(block, 'block_id') ?? index}`} block={block} />;
  });
}

function Header({ block }: BlockProps) {
  return <h3 className="sl-header">{plainText(block.text)}</h3>;
}

function Section({ block }: BlockProps) {
  const fields = objectsAt(block, 'fields');
  const accessory = objectAt(block, 'accessory');
  return (
    <div className="sl-section">
      <div className="sl-section-words">
        <TextObject of={block.text} />
        {fields.length > 0 && (
          <div className="sl-fields">
            {fields.map((field, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: fields have no identity besides their place.
              <div key={index} className="sl-field-cell">
                <TextObject of={field} />
              </div>
            ))}
          </div>
        )}
      </div>
      {accessory && (
        <div className="sl-accessory">
          <AnyElement element={accessory} block={block} />
        </div>
      )}
    </div>
  );
}

function Context({ block }: BlockProps) {
  return (
    <div className="sl-context">
      {objectsAt(block, 'elements').map((element, index) =>
        element.type === 'image' ? (
          // biome-ignore lint/suspicious/noArrayIndexKey: elements of a context have no identity besides their place.
          <Picture key={index} image={element} className="sl-context-image" />
        ) : (
          // biome-ignore lint/suspicious/noArrayIndexKey: as above.
          <span key={index}>
            <TextObject of={element} />
          </span>
        ),
      )}
    </div>
  );
}

function Actions({ block }: BlockProps) {
  return (
    <div className="sl-actions">
      {objectsAt(block, 'elements').map((element) => (
        <AnyElement key={actionIdOf(element)} element={element} block={block} />
      ))}
    </div>
  );
}

function ImageBlock({ block }: BlockProps) {
  return (
    <figure className="sl-figure">
      {block.title !== undefined && <figcaption>{plainText(block.title)}</figcaption>}
      <Picture image={block} className="sl-figure-image" />
    </figure>
  );
}

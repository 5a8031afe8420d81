import type { ComponentType } from 'react';
import type { JsonObject } from '../../../../../common/json.ts';
import { objectAt, objectsAt, stringAt } from '../../../../../common/json.ts';
import { COMPONENT } from '../../../../../discord/validation/walk.ts';
import { Markdown } from '../text/markdown.tsx';
import { Button } from './button.tsx';
import { FileCard, Gallery, Thumbnail } from './media.tsx';
import { MessageSelect } from './message-select.tsx';

export interface ComponentProps {
  readonly component: JsonObject;
}

const COMPONENTS: Readonly<Record<number, ComponentType<ComponentProps>>> = {
  [COMPONENT.row]: Row,
  [COMPONENT.button]: Button,
  [COMPONENT.stringSelect]: MessageSelect,
  [COMPONENT.userSelect]: MessageSelect,
  [COMPONENT.channelSelect]: MessageSelect,
  [COMPONENT.section]: Section,
  [COMPONENT.text]: Text,
  [COMPONENT.thumbnail]: Thumbnail,
  [COMPONENT.gallery]: Gallery,
  [COMPONENT.file]: FileCard,
  [COMPONENT.separator]: Separator,
  [COMPONENT.container]: Container,
};

/** Components in order. https://discord.com/developers/docs/components/reference */
export function Components({ components }: { readonly components: readonly JsonObject[] }) {
  return components.map((component, index) => {
    const Component = COMPONENTS[Number(component.type)];
    return Component && <Component key={String(component.id ?? index)} component={component} />;
  });
}

function Row({ component }: ComponentProps) {
  return (
    <div className="dc-row">
      <Components components={objectsAt(component, 'components')} />
    </div>
  );
}

function Text({ component }: ComponentProps) {
  return <Markdown source={stringAt(component, 'content') ?? ''} />;
}

function Section({ component }: ComponentProps) {
  const accessory = objectAt(component, 'accessory');
  return (
    <div className="dc-section">
      <div className="dc-section-words">
        <Components components={objectsAt(component, 'components')} />
      </div>
      {accessory && <Components components={[accessory]} />}
    </div>
  );
}

const LARGE = 2;

function Separator({ component }: ComponentProps) {
  const classes = [
    'dc-separator',
    component.divider === false && 'dc-separator-blank',
    component.spacing === LARGE && 'dc-separator-large',
  ];
  return <hr className={classes.filter(Boolean).join(' ')} />;
}

/** The bar at the side carries the card's tone. */
function Container({ component }: ComponentProps) {
  const colour = component.accent_color;
  const style =
    typeof colour === 'number' ? { borderLeftColor: `#${colour.toString(16).padStart(6, '0')}` } : {};
  return (
    <div className={colour === undefined ? 'dc-container dc-container-plain' : 'dc-container'} style={style}>
      <Components components={objectsAt(component, 'components')} />
    </div>
  );
}

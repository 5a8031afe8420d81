import { Fragment, useMemo, useState } from 'react';
import { OutsideLink } from '../../shared/draw/outside-link.tsx';
import type { Node, Passage } from './nodes.ts';
import { passages } from './passages.ts';
import { type Reader, useReader } from './reader.ts';
import { Timestamp } from './timestamp.tsx';

/** A text with Discord's Markdown, as one person sees it. */
export function Markdown({ source }: { readonly source: string }) {
  const read = useMemo(() => passages(source), [source]);
  return (
    <div className="dc-markdown">
      <Passages of={read} />
    </div>
  );
}

function Passages({ of }: { readonly of: readonly Passage[] }) {
  // biome-ignore lint/suspicious/noArrayIndexKey: a text is replaced as a whole, its parts have no identity.
  return of.map((passage, index) => <OnePassage key={index} passage={passage} />);
}

const HEADINGS = { 1: 'h3', 2: 'h4', 3: 'h5' } as const;

function OnePassage({ passage }: { readonly passage: Passage }) {
  switch (passage.kind) {
    case 'heading': {
      const Heading = HEADINGS[passage.level];
      return (
        <Heading>
          <Nodes nodes={passage.nodes} />
        </Heading>
      );
    }
    case 'small':
      return (
        <p className="dc-small">
          <Nodes nodes={passage.nodes} />
        </p>
      );
    case 'quote':
      return (
        <blockquote className="dc-quote">
          <Passages of={passage.passages} />
        </blockquote>
      );
    case 'pre':
      return <pre className="dc-pre">{passage.text}</pre>;
    case 'list':
      return <List {...passage} />;
    case 'lines':
      return <Lines lines={passage.lines} />;
  }
}

function List({ ordered, start, items }: Extract<Passage, { kind: 'list' }>) {
  const lines = items.map((nodes, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: as above.
    <li key={index}>
      <Nodes nodes={nodes} />
    </li>
  ));
  return ordered ? <ol start={start}>{lines}</ol> : <ul>{lines}</ul>;
}

function Lines({ lines }: { readonly lines: readonly (readonly Node[])[] }) {
  return (
    <p>
      {lines.map((nodes, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: as above.
        <Fragment key={index}>
          {index > 0 && <br />}
          <Nodes nodes={nodes} />
        </Fragment>
      ))}
    </p>
  );
}

function Nodes({ nodes }: { readonly nodes: readonly Node[] }) {
  // biome-ignore lint/suspicious/noArrayIndexKey: as above.
  return nodes.map((node, index) => <OneNode key={index} node={node} />);
}

const MARKS = { bold: 'strong', italic: 'em', underline: 'u', strike: 's' } as const;

function OneNode({ node }: { readonly node: Node }) {
  switch (node.kind) {
    case 'text':
      return node.text;
    case 'code':
      return <code className="dc-code">{node.text}</code>;
    case 'time':
      return <Timestamp seconds={node.seconds} style={node.style} />;
    case 'link':
      return (
        <OutsideLink className="dc-link" href={node.href}>
          <Nodes nodes={node.children} />
        </OutsideLink>
      );
    case 'spoiler':
      return <Spoiler nodes={node.children} />;
    case 'emoji':
      return `:${node.name}:`;
    case 'bold':
    case 'italic':
    case 'underline':
    case 'strike': {
      const Mark = MARKS[node.kind];
      return (
        <Mark>
          <Nodes nodes={node.children} />
        </Mark>
      );
    }
    default:
      return <Mention node={node} />;
  }
}

type Named = Extract<Node, { kind: 'user' | 'role' | 'channel' | 'broadcast' | 'command' }>;

function Mention({ node }: { readonly node: Named }) {
  return <span className="dc-mention">{called(node, useReader())}</span>;
}

function called(node: Named, { nameOf, roleNamed, channelNamed }: Reader): string {
  switch (node.kind) {
    case 'user':
      return `@${nameOf(node.id) ?? 'unknown-user'}`;
    case 'role':
      return `@${roleNamed(node.id) ?? 'unknown-role'}`;
    case 'channel':
      return `#${channelNamed(node.id) ?? 'unknown'}`;
    case 'broadcast':
      return `@${node.name}`;
    case 'command':
      return `/${node.name}`;
  }
}

function Spoiler({ nodes }: { readonly nodes: readonly Node[] }) {
  const [open, setOpen] = useState(false);
  return (
    <button
      type="button"
      className={open ? 'dc-spoiler dc-spoiler-open' : 'dc-spoiler'}
      aria-expanded={open}
      onClick={() => setOpen(true)}
    >
      <Nodes nodes={nodes} />
    </button>
  );
}

import { Fragment, useMemo } from 'react';
import { OutsideLink } from '../../shared/draw/outside-link.tsx';
import { formatDateToken } from './dates.ts';
import { withEmoji } from './emoji.ts';
import type { Node } from './nodes.ts';
import { parseMrkdwn } from './parse.ts';
import { type Reader, useReader } from './reader.ts';

/** A text with Slack's mark-up, as one person sees it. */
export function Mrkdwn({ source }: { readonly source: string }) {
  const nodes = useMemo(() => parseMrkdwn(source), [source]);
  return <Nodes nodes={nodes} />;
}

function Nodes({ nodes }: { readonly nodes: readonly Node[] }) {
  const reader = useReader();
  // biome-ignore lint/suspicious/noArrayIndexKey: a text is replaced as a whole, its parts have no identity.
  return nodes.map((node, index) => <Fragment key={index}>{drawn(node, reader)}</Fragment>);
}

function drawn(node: Node, reader: Reader) {
  switch (node.kind) {
    case 'text':
      return withEmoji(node.text);
    case 'break':
      return <br />;
    case 'bold':
      return (
        <strong>
          <Nodes nodes={node.children} />
        </strong>
      );
    case 'italic':
      return (
        <em>
          <Nodes nodes={node.children} />
        </em>
      );
    case 'strike':
      return (
        <s>
          <Nodes nodes={node.children} />
        </s>
      );
    case 'quote':
      return (
        <blockquote className="sl-quote">
          <Nodes nodes={node.children} />
        </blockquote>
      );
    case 'code':
      return <code className="sl-code">{node.text}</code>;
    case 'pre':
      return <pre className="sl-pre">{node.text}</pre>;
    default:
      return <Token node={node} reader={reader} />;
  }
}

type TokenNode = Extract<Node, { kind: 'user' | 'channel' | 'broadcast' | 'link' | 'date' }>;

function Token({ node, reader }: { readonly node: TokenNode; readonly reader: Reader }) {
  switch (node.kind) {
    case 'user':
      return (
        <Mention me={node.id === reader.userId}>@{reader.nameOf(node.id) ?? node.label ?? node.id}</Mention>
      );
    case 'channel':
      return <Mention me={false}>#{reader.channelNamed(node.id) ?? node.label ?? node.id}</Mention>;
    case 'broadcast':
      return <Mention me>@{node.name}</Mention>;
    case 'link':
      return (
        <OutsideLink className="sl-link" href={node.href}>
          {node.label}
        </OutsideLink>
      );
    case 'date': {
      const text = formatDateToken(node.seconds, node.format, reader);
      const whole = <time dateTime={new Date(node.seconds * 1_000).toISOString()}>{text}</time>;
      return node.link ? (
        <OutsideLink className="sl-link" href={node.link}>
          {whole}
        </OutsideLink>
      ) : (
        whole
      );
    }
  }
}

function Mention({ me, children }: { readonly me: boolean; readonly children: React.ReactNode }) {
  return <span className={me ? 'sl-mention sl-mention-me' : 'sl-mention'}>{children}</span>;
}

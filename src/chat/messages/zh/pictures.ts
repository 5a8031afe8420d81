import type { pictures as en } from '../en/pictures.ts';
import type { SameKeys } from '../same-keys.ts';

/** 图中的文字，以及图片的替代文字。字体文件只包含所用到的字。 */
export const pictures = {
  alt: '{{title}}：{{values}}。',
  separator: '；',
  level: { P: '暂未评级', R: '已登记', '3': '三星', '4': '四星', '5': '五星', '6': '六星' },
  dimension: {
    D1: '商家满意度',
    D2: '相对同行增长',
    D3: '规模',
    D4: '消费者体验',
    D5: '质量标准达成',
    D6: '续约',
    D7: '能力与拓展',
  },
  trend: {
    title: '各季度评分',
    subtitle: '已公布的评分及其所达到的等级',
    from: '{{level}} {{score}} 分起',
    none: '未评级',
    'alt-quarter': '{{quarter}} {{score}} 分（{{level}}）',
    'alt-none': '{{quarter}} 未评级',
  },
  dimensions: {
    title: '{{quarter}} 各维度得分',
    subtitle: '满分 100，百分比为权重；数据不足的维度不计分',
    weight: '{{weight}}%',
    none: '数据不足',
    'alt-score': '{{dimension}} {{score}} 分，权重 {{weight}}%',
    'alt-none': '{{dimension}}数据不足，权重 {{weight}}%',
  },
  diagnosis: {
    title: '净成交额的构成',
    subtitle: '对比 {{stores}} 家店铺：深色线为中位数，浅色线为前四分之一',
    factor: { UV: '访客数', CVR: '转化率', AOV: '客单价', KEEP: '退款后留存' },
    figures: '{{value}}，中位数 {{median}}',
    'alt-factor': '{{factor}} {{value}}，中位数 {{median}}',
    'alt-weak': '{{factor}} {{value}}，明显低于中位数 {{median}}',
  },
  exposure: {
    title: '各等级上榜与成交，{{month}}',
    subtitle: '上方灰色：名单席位占比；下方蓝色：成交占比',
    'alt-level': '{{level}} 席位占比 {{exposed}}，成交占比 {{wins}}',
  },
  funnel: {
    title: '报备进展',
    subtitle: '近 {{weeks}} 周发起的申请；天数为与上一步间隔的中位数',
    step: { requested: '已申请', filled: '已填写', confirmed: '店铺已确认', approved: '审核通过' },
    share: '{{reached}}（{{percent}}%）',
    days: '中位数 {{days}} 天',
    'alt-weeks': '（近 {{weeks}} 周）',
    'alt-step': '{{step}} {{reached}} 份',
    'alt-days': '，与上一步间隔的中位数 {{days}} 天',
  },
} satisfies SameKeys<typeof en>;

import type { TextsOf } from "../language.ts";

/** The simplified Chinese texts of the page that the confirmation link opens. */
export const texts: TextsOf<"confirmation-link"> = {
  "emailConfirm.heading": "确认我的电子邮箱",
  "emailConfirm.text": "您将确认邮箱{email}属于ÉduConnect账户，该账户的用户名是：",
  "emailConfirm.loading": "正在检查链接……",
  "emailConfirm.disown": "这不是我",
  "emailConfirm.confirmedHeading": "您的电子邮箱已确认",
  "emailConfirm.confirmedHere": "账户激活将继续。",
  "emailConfirm.confirmedElsewhere": "请回到您开始激活的页面，它会自动进入下一步。您可以关闭本页面。",
  "emailConfirm.disownedHeading": "感谢您告诉我们",
  "emailConfirm.disownedText": "此电子邮箱不会用于该账户。您无需再做任何事，可以关闭本页面。",
  "emailConfirm.failedHeading": "此链接无法使用",
  "issue.confirmation_link_unknown": "此链接不完整或无效。请直接从邮件中打开。",
  "issue.confirmation_link_expired": "此链接已过期。请回到激活页面，选择“重新发送邮件”。",
  "issue.confirmation_link_used": "此链接已经用过，您的邮箱已确认。请回到激活页面。",
  "issue.confirmation_link_disowned": "您曾回答不是您本人，此链接不能再用。",
  "issue.confirmation_link_replaced": "我们给您发送了更新的邮件。请使用最后一封邮件中的链接。",
  "emailConfirm.return": "继续激活",
};

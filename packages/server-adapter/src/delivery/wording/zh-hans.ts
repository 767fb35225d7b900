import type { ConfirmationTexts } from "./confirmation-texts.ts";

/**
 * The words of the confirmation mail in Chinese, in simplified characters, and of the page that its link opens.
 *
 * The reader is addressed with « 您 ».
 */
export const chineseConfirmation: ConfirmationTexts = {
  lang: "zh-Hans",
  dir: "ltr",
  isFollowedByFrench: true,
  subject: "请确认您的电子邮箱（ÉduConnect账户）",
  greeting: (person) => `${person}，您好：`,
  asked: (identifier) => `您正在激活ÉduConnect账户。您的用户名（identifiant）是${identifier}。`,
  active: (identifier) => `您的ÉduConnect账户已激活。您的用户名（identifiant）是${identifier}。`,
  confirm: "要完成激活，请点击以下链接确认您的电子邮箱：",
  confirmActive: "请点击以下链接确认此电子邮箱：",
  action: "确认我的电子邮箱",
  code: "您是在另一台设备上开始激活的吗？请在那台设备上输入以下验证码：",
  validity: (duration) => `链接和验证码的有效期为${duration}。`,
  linkValidity: (duration) => `链接的有效期为${duration}。`,
  notAsked: "如果您没有提出任何申请，请打开链接并选择“这不是我”，您的电子邮箱不会被使用。",
  purpose: "如果您忘记或遗失了用户名或密码，可以通过此电子邮箱找回用户名或重新设置密码。",
  signedOut: "如果您已退出登录，请在ÉduConnect登录页面输入您的用户名和您设置的密码。",
  help: "如果遇到困难，请在以下页面查看说明和您所在学区（académie）的联系方式：",
  sentBy: (serviceName) => `此邮件由${serviceName}自动发送。`,
  needsScript: "请启用JavaScript以确认您的电子邮箱。如果邮件中有验证码，您也可以在激活页面输入。",
};

/** A sentence for every Problem, in both languages: what happened, and what to do now. A code without both does not compile. */

import { Problem, type ProblemOnWire } from './problem.ts';
import type { ProblemCode, ProblemDetails } from './problem-codes.ts';
import { askingSentences } from './problem-texts-asking.ts';

export type Language = 'zh-CN' | 'en';

type Sentences = {
  readonly [Code in ProblemCode]: (details: ProblemDetails[Code]) => { readonly zh: string; readonly en: string };
};

const sentences: Sentences = {
  'file-not-found': ({ name }) => ({
    zh: `找不到文件“${name}”。请看它是不是被移走或改名了，再选一次。`,
    en: `The file “${name}” cannot be found. Check whether it was moved or renamed, then choose it again.`,
  }),
  'file-unreadable': ({ name }) => ({
    zh: `打不开“${name}”。它可能正被别的程序占用，请关掉那个程序再试。`,
    en: `“${name}” cannot be opened. Another program may be using it: close that program and try again.`,
  }),
  'file-empty': ({ name }) => ({
    zh: `“${name}”是空的，一行也没有。请到平台重新下载。`,
    en: `“${name}” is empty. Please download it again.`,
  }),
  'file-is-folder': ({ name }) => ({
    zh: `“${name}”是文件夹。请打开它，选里面的文件。`,
    en: `“${name}” is a folder. Open it and choose the files inside.`,
  }),
  'file-has-no-header': ({ name }) => ({
    zh: `“${name}”里找不到表头，看不出哪一列是什么。请确认选的是订单文件。`,
    en: `No header row was found in “${name}”, so the columns have no names. Make sure it is an order file.`,
  }),
  'file-is-packed-twice': ({ name }) => ({
    zh: `“${name}”是压缩包里的压缩包。请先解压，再把里面的订单文件拖进来。`,
    en: `“${name}” is an archive inside an archive. Unpack it, then choose the order files in it.`,
  }),
  'own-list': ({ name }) => ({
    zh: `“${name}”是从这里存出去的客户名单，里面没有订单，不用导入，账本没有变。要改客户的标签、备注，请在名单里批量改。`,
    en: `“${name}” is a customer list saved by this program. It holds no orders, so there is nothing to import, and the ledger is unchanged. To change tags and notes, use “Change many” in the customer list.`,
  }),
  'file-holds-no-orders': ({ name }) => ({
    zh: `“${name}”里没有认得出的订单表。请解压后，把订单文件单独拖进来。`,
    en: `No order file was recognised in “${name}”. Unpack it and choose the order file itself.`,
  }),
  'file-has-two-headers': ({ name, row }) => ({
    zh: `“${name}”第 ${row} 行起换了另一种表头，像是两种表拼在一起。为免串列，整份都没有读。请从第 ${row} 行拆成两个文件再导入。`,
    en: `From row ${row} on, “${name}” has a different header, as if two kinds of files had been joined. None of it was read, so that no column is mistaken for another. Split it at row ${row} and import both parts.`,
  }),
  'file-is-html': ({ name }) => ({
    zh: `“${name}”是网页，里面没有表格。可能下载时登录过期了，请到平台重新下载。`,
    en: `“${name}” is a web page without a table. Your login may have expired during the download: please download it again.`,
  }),
  'file-is-encrypted': ({ name }) => ({
    zh: `“${name}”加了密码。请先打开它去掉密码，再导入。`,
    en: `“${name}” is protected by a password. Open it, remove the password, then import it.`,
  }),
  'file-is-damaged': ({ name, where }) => ({
    zh: `“${name}”坏了，读到${where}就读不下去。请到平台重新下载。`,
    en: `“${name}” is damaged and cannot be read past ${where}. Please download it again.`,
  }),
  'file-is-unknown': ({ name }) => ({
    zh: `认不出“${name}”是什么文件。请选 CSV、TSV、XLSX、XLS，或装着它们的 ZIP。`,
    en: `“${name}” is not a kind of file we can read. Please choose CSV, TSV, XLSX, XLS or a ZIP of them.`,
  }),
  'file-encoding-unknown': ({ name }) => ({
    zh: `“${name}”的文字编码认不出来。请在预览里换一种编码，直到文字看得懂。`,
    en: `The text encoding of “${name}” could not be recognised. Try other encodings in the preview until the text is readable.`,
  }),
  'file-too-large-unpacked': ({ name, limit }) => ({
    zh: `“${name}”展开后超过 ${limit}，不像一份订单文件，没有读。请检查它的来源。`,
    en: `“${name}” unpacks to more than ${limit}. That does not look like an order file, so it was not read. Check where it came from.`,
  }),
  'file-has-too-many-columns': ({ name, limit }) => ({
    zh: `“${name}”超过 ${limit} 列，不像订单文件，没有读。请检查它的来源。`,
    en: `“${name}” has more than ${limit} columns. That does not look like an order file, so it was not read. Check where it came from.`,
  }),
  'file-has-doctype': ({ name }) => ({
    zh: `“${name}”里有不该有的内容（DOCTYPE），为了安全没有读。请到平台重新下载。`,
    en: `“${name}” contains a DOCTYPE, which no order file has. For safety it was not read. Please download it again.`,
  }),
  'file-reading-took-too-long': ({ name }) => ({
    zh: `“${name}”半天读不出来，已经停下。什么都没有入账。请到平台重新下载，或换成 CSV。`,
    en: `Reading “${name}” took far too long and was stopped. Nothing was imported. Download it again, or use CSV instead.`,
  }),
  'file-needs-mapping': ({ name, missing }) => ({
    zh: `还不认识“${name}”的表头（缺：${missing}）。请对一下列，以后会自动认。`,
    en: `The header of “${name}” is unknown (missing: ${missing}). Match its columns once; they will be remembered.`,
  }),
  'file-has-unknown-columns': ({ name, columns }) => ({
    zh: `“${name}”里有没见过的列：${columns}。它可能改变金额、状态或买家，没有替您猜。请告诉我它是什么（或者不用），以后会记住。`,
    en: `“${name}” has columns we have not seen in this kind of file: ${columns}. They may change amounts, statuses or buyers, so nothing was guessed. Say what they are (or that they are not used); it will be remembered.`,
  }),
  'file-lacks-columns': ({ name, columns }) => ({
    zh: `“${name}”里少了这种表一定有的列：${columns}。请重新导出，或者告诉我哪一列就是它。`,
    en: `“${name}” lacks columns that every file of this kind has: ${columns}. Export it again, or say which columns they are.`,
  }),
  'file-dates-unclear': ({ name }) => ({
    zh: `“${name}”里的日期分不清先写月还是先写日。请选一下日期的写法，以后会记住。`,
    en: `The dates in “${name}” do not show whether they begin with the day or the month. Choose how they are written; it will be remembered.`,
  }),
  'file-has-unknown-statuses': ({ name, words }) => ({
    zh: `“${name}”里有没见过的订单状态：${words}。这份表只有状态能说明哪些单付过钱，没有替您猜。请说一声它们是什么，以后会记住。`,
    en: `“${name}” has unknown order statuses: ${words}. Only the status says which of its orders were paid, so nothing was guessed. Say what these words mean; it will be remembered.`,
  }),
  'file-is-guess': ({ name }) => ({
    zh: `“${name}”看起来像一种我们还没见过真实文件的表。请核对一下列，以后会自动认。`,
    en: `“${name}” looks like a kind of file of which we have never seen a real one. Check its columns once; they will be remembered.`,
  }),
  'file-is-purchases': ({ name, column }) => ({
    zh: `“${name}”的【${column}】不止一家，这是您买进的订单，不是卖出的。请在卖家后台导出订单。`,
    en: `“${name}” names several sellers ([${column}]), so these are orders you placed, not orders you received. Export the orders from your own shop’s back office.`,
  }),
  'ticket-unknown': () => ({
    zh: '这个文件要重新选一次：程序重启后不再记得它在哪里。',
    en: 'Please choose the file again: after a restart the program no longer knows where it is.',
  }),
  'nothing-to-import': ({ name }) => ({
    zh: `“${name}”只有表头，没有订单。请检查导出的时间段。`,
    en: `“${name}” has a header but no orders. Check the period you exported.`,
  }),
  'currencies-mixed': ({ shop, ledger, file }) => ({
    zh: `“${shop}”的账是 ${ledger}，文件里是 ${file}。不同货币不能加在一起，请分开店铺导入。`,
    en: `“${shop}” is kept in ${ledger}, but the file is in ${file}. Different currencies cannot be added up: import it as another shop.`,
  }),
  'check-unknown': () => ({
    zh: '这次试算已经不在了。请重新选文件试算。',
    en: 'This check is no longer there. Choose the files again to check them anew.',
  }),
  'check-is-stale': () => ({
    zh: '试算之后账本变了，已经按新的账重新试算。请看一眼结果再入账。',
    en: 'The ledger changed after the check, so the files were checked again. Look at the result, then post it.',
  }),
  'import-cancelled': () => ({
    zh: '已取消，账本没有变。',
    en: 'Cancelled. The ledger is unchanged.',
  }),
  'cancelled-too-late': () => ({
    zh: '取消得晚了一步：已经做完了。可以在导入记录里撤销或恢复。',
    en: 'Cancelled a moment too late: it was already done. You can undo it or bring it back in the import history.',
  }),
  'import-running': () => ({
    zh: '另一份文件正在导入。请等它结束再试。',
    en: 'Another import is running. Try again when it has finished.',
  }),
  'mappings-unreadable': ({ name }) => ({
    zh: `“${name}”不是从这里存出去的列，或者是更新的程序存的。请选“记住的列”存出的 .json 文件。`,
    en: `“${name}” does not hold columns saved from here, or was saved by a newer version. Choose a .json file saved under “Remembered columns”.`,
  }),
  'row-not-aside': ({ row }) => ({
    zh: `第 ${row} 行现在不在放着的行里。那次导入可能已经撤销，请刷新再看。`,
    en: `Row ${row} is no longer among the rows kept aside. Its import may have been undone. Look at the list again.`,
  }),
  'row-still-damaged': ({ row }) => ({
    zh: `第 ${row} 行除了订单编号，还有别的格子读不懂，不能归到这张订单。请等原文件，或在导入前的试算里改好那一格。`,
    en: `Besides the order number, other cells of row ${row} cannot be read, so the row cannot be added to this order. Wait for the original file, or correct the cell in the check before posting.`,
  }),
  'batch-unknown': ({ batch }) => ({
    zh: `没有编号为 ${batch} 的导入。请在“历史”里看编号。`,
    en: `There is no import ${batch}. See the import history for the numbers.`,
  }),
  'batch-already-undone': ({ batch }) => ({
    zh: `第 ${batch} 次导入已经撤销了，不用再撤。`,
    en: `Import ${batch} is already undone, so there is nothing to undo.`,
  }),
  'batch-not-undone': ({ batch }) => ({
    zh: `第 ${batch} 次导入没有撤销，不用恢复。`,
    en: `Import ${batch} has not been undone, so there is nothing to bring back.`,
  }),
  'ledger-in-use': ({ folder }) => ({
    zh: `账本正被另一个回头客打开（${folder}）。请先关掉那一个。`,
    en: `This ledger is already open in another Regulars (${folder}). Close that one first.`,
  }),
  'ledger-locked': () => ({
    zh: '账本被别的程序占住了（可能是备份或杀毒软件）。请稍等再试。',
    en: 'Another program is using the ledger (perhaps a backup program or a virus scanner). Wait a little and try again.',
  }),
  'ledger-full': () => ({
    zh: '磁盘满了，刚才的改动没有保存。请腾出空间再试，已有的账都在。',
    en: 'The disk is full, so the last change was not saved. Free some space and try again; nothing else is lost.',
  }),
  'ledger-read-only': ({ folder }) => ({
    zh: `数据文件夹只能读、不能写（${folder}）。可以看，不能改；请检查文件夹权限。`,
    en: `The data folder is read-only (${folder}). You can look but not change anything; check the folder’s permissions.`,
  }),
  'ledger-is-newer': ({ version }) => ({
    zh: `这个账本是更新版本的回头客写的（${version}）。请升级程序，账本没有动。`,
    en: `This ledger was written by a newer version of Regulars (${version}). Please upgrade; the ledger was not touched.`,
  }),
  'ledger-migration-changed': ({ migration }) => ({
    zh: `程序和账本对不上（${migration}）。请重装程序，账本没有动。`,
    en: `The program and the ledger do not match (${migration}). Install the program again; the ledger was not touched.`,
  }),
  'ledger-damaged': ({ folder }) => ({
    zh: `账本文件坏了（${folder}）。没有动它；请在“设置、备份”里恢复最近一份备份。`,
    en: `The ledger file is damaged (${folder}). It was left as it is. Restore the newest backup under Settings, Backups.`,
  }),
  'ledger-missing': ({ folder }) => ({
    zh: `账本文件不见了（${folder}），备份还在。请把它放回原处，或者恢复最近一份备份。`,
    en: `The ledger file is missing (${folder}), but the backups are there. Put the file back, or restore the newest backup.`,
  }),
  'ledger-is-foreign': ({ folder }) => ({
    zh: `这里的 ledger.db 不是回头客的账本（${folder}）。没有动它；请换一个文件夹。`,
    en: `The ledger.db in ${folder} is not a Regulars ledger. It was left as it is; choose another folder.`,
  }),
  'ledger-restarted': () => ({
    zh: '账本程序刚刚重启，这一步没有做完。请再点一次。',
    en: 'The ledger was just restarted, so this step did not finish. Please do it again.',
  }),
  'sqlite-too-old': ({ version }) => ({
    zh: `数据库组件太旧（SQLite ${version}），会有丢账的危险。请重装程序。`,
    en: `The database component is too old (SQLite ${version}) and could lose data. Please install the program again.`,
  }),
  'node-too-old': ({ version }) => ({
    zh: `运行环境太旧（Node ${version}）。请用 npm 命令启动，它自带合适的版本。`,
    en: `This version of Node is too old (${version}). Start the program through npm, which brings the right one.`,
  }),
  'text-decoder-missing': ({ encoding }) => ({
    zh: `这台电脑上的程序读不了 ${encoding} 编码，国内平台的文件会乱码。请重装程序。`,
    en: `The program on this computer cannot read the encoding ${encoding}, which Chinese files use. Please install it again.`,
  }),
  'backup-not-found': ({ name }) => ({
    zh: `找不到备份“${name}”。请在列表里另选一份。`,
    en: `The backup “${name}” cannot be found. Choose another one in the list.`,
  }),
  'backup-damaged': ({ name }) => ({
    zh: `备份“${name}”坏了，没有恢复，现在的账没有动。请换一份备份。`,
    en: `The backup “${name}” is damaged and was not restored. Your ledger is unchanged. Choose another backup.`,
  }),
  'backup-is-foreign': ({ name }) => ({
    zh: `“${name}”不是回头客的备份，没有恢复，现在的账没有动。请另选一份。`,
    en: `“${name}” is not a Regulars backup. Nothing was restored, and your ledger is unchanged. Choose another file.`,
  }),
  ...askingSentences,
};

/** The sentences of a Problem in both languages. */
export function problemSentences(problem: ProblemOnWire): { readonly zh: string; readonly en: string } {
  const make = sentences[problem.code] as ((details: never) => { zh: string; en: string }) | undefined;
  if (make === undefined)
    return { zh: `出了一个没见过的问题（${problem.code}）。`, en: `An unknown problem occurred (${problem.code}).` };
  // The code picked the sentence; the wire keeps only that the details belong to it.
  return make(problem.details as never);
}

/** The sentence for one person. */
export function problemSentence(problem: ProblemOnWire | Problem, language: Language): string {
  const both = problemSentences(
    problem instanceof Problem ? { code: problem.code, details: { ...problem.details } } : problem,
  );
  return language === 'zh-CN' ? both.zh : both.en;
}

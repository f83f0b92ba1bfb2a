package course

import "github.com/cairn-learn/cairn/internal/strictyaml"

// errorCodes are those whose findings are all errors.
func errorCodes() []string {
	return []string{
		codeNotUTF8, codeControl, codeBidi, codeFileTooLarge, codeTooManyFiles, codeNotRegular, codeUnreadable, codeArchive,
		codeCourseMissing, strictyaml.Syntax, strictyaml.Tab, strictyaml.Indent, strictyaml.Colon, strictyaml.Quote,
		strictyaml.Start, strictyaml.List, strictyaml.Comma, strictyaml.Alias, strictyaml.UnknownKey, strictyaml.RepeatedKey, strictyaml.Type, strictyaml.Limit,
		strictyaml.Documents, codeValue, codeFormat, codeBadID, codeRepeatedID, codeLesson, codeSkill, codeMixup, codeNeeds,
		codeAsk, codeOption, codeKind, codePath, codeNext, codeCycle, codeEndless, codeRuleSyntax, codeRuleName,
		codeRuleRange, codeAnswerEmpty, codeAnswerLong, codeAnswerRefused, codeNoAnswers, codeNothingMarked,
		codeSeveralForms, codeEmptyAnswer, codeRepeatedOption, codeRepeatedItem, codeTooFew, codeHiddenAnswer,
		codeTooManyAnswers, codeNoBox, codeGluedBox, codeAnswerSign, codeOpenBlank, codeNotOneLine, codeDontKnowRight, codePickOne, codeUnknownAnswer,
		codeTableColumns, codeEmptyBlank, codeFalseBlank, codeBadRoad, codeRepeatedRoad, codeRepeatedWay, codeEmptyPool,
		codeNotAQuestion, codeCheckKind, codeExpectation, codeCheckValue, codeCheckOutside, codeCapture, codeTaskFiles,
		codeSecondBlock, codeCodeLanguage, codeNoTest, codeCardNoQuestion, codeCardNoAnswer, codeCardNoGap, codeEmptyEntry, codeTooDeep,
		codeTooTangled, codeTooLarge, codeTooManyHeadings, codeOpenComment, codeUnknownCode, codeLock,
		CodeTestLearner, CodeTestAnswer, CodeTestExpect, CodeUnknownQuestion,
	}
}

// mixedCodes are those whose findings are errors or warnings, as the case may be.
func mixedCodes() []string {
	return []string{
		codeSymlink, codeFileName, codeFrontMatter, codeStart, codeRuleNever, codeAnswerNumber, codeAnswerPattern,
		codeAnswerTwice, codeEmptyHeading, codeOpenCode,
	}
}

// warningCodes are those whose findings are all warnings.
func warningCodes() []string {
	return []string{
		codeBOM, codeCRLF, codeRightToLeft, codeInvisible, codeHardLink, codeTooMany, codeForeignKey, codeLongTitle,
		codeBlankTitle, codeDerivedID, codeDeadLink, codeDeadImage, codeWay, codeOnboarding, codeTwiceOnPath, codeSummary,
		codeUntaught, codeUnchecked, codeUnreached, codeDetourLoop, codeRuleAlways, codeAnswerSeveral, codeAnswerMixed,
		codeAnswerComma, codeAnswerHidden, codeAnswerIdle, codeTextAfterAnswers, codeOddBox, codeSingleOption,
		codeSecondAnswer, codeSecondOtherwise, codeNotIndented, codeNotQuoted, codeUnknownLabel, codeHintInAnswer, codeStrayQuote,
		codeEmptyHint, codeUnknownBlock, codeEmptyPart, codeStraySettings, codeSingleWay, codeTextInPool, codePickTooMany,
		codeNotCaptured, codeNoSolution, codeIdleSetting, codeNoCodeWord, codeMarkedAsk, codeFeedbackInAsk, codeHintInAsk, codeNothingToCompare, codeNoCards, codeNoEntries,
		codeRepeatedTerm, strictyaml.Comment, codeStrayBlank, codeHTMLNotShown, codeNoAlt, codeRepeatedHint, codeRepeatedQuestion, codeAllOfAbove,
		codeAnswerPlace, codeAnswerLength, codeUnoffered, codeUnusedMixup, codeUnusedWay, codeChecksAlike, codeMeaningChanged,
		codeCheckHolds, codeBeyondWalls, codeBashOnly, codeNoShell, codeSaysNothing, codeStartSolves, codeTestBeside,
		codeIDReused, CodeVersion,
	}
}

// quietCodes are advice that is given where course.yaml asks for it.
func quietCodes() []string {
	return []string{
		codeUnusedChoice, codeUnusedImage, codeNoFeedback, codeNoHint, codeNoWhy, codeHintTells, codeLongLesson,
		codeWideCode, codeNoSpare, codeNoSkill, codeIDGone, codeNoSolve, codeUnusedCapture,
	}
}

package course

// The codes of findings about rules.
const (
	codeRuleSyntax = "rule-syntax" // a rule that cannot be read
	codeRuleName   = "rule-name"   // an id or a code word that the course does not have
	codeRuleRange  = "rule-range"  // a number that what it is compared with can never be
	codeRuleNever  = "rule-never"  // a rule that can never hold
	codeRuleAlways = "rule-always" // a comparison that always holds
)

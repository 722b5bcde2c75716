namespace PpcAds.Sdk.Ingestion.Failures;

/// <summary>What follows from a failure, from the smallest to the widest.</summary>
internal enum FailureAction
{
    /// <summary>The same may succeed later: a list by the next sync, a report job after a growing wait.</summary>
    RetryLater,

    /// <summary>The report failed: another is requested, <see cref="IngestionOptions.MaxReportAttempts"/> in all.</summary>
    AskAnew,

    /// <summary>Amazon never answers this here, and that is no failure.</summary>
    SkipByRule,

    /// <summary>
    /// The profile does not have the ad product, and that is no failure: nothing more of it is called in this run.
    /// </summary>
    SkipProduct,

    /// <summary>The step is given up; all others go on.</summary>
    StopStep,

    /// <summary>
    /// Nothing more is called for the profile in this run, and its report jobs wait; the account's others go on.
    /// </summary>
    StopProfile,

    /// <summary>Nothing more is called for the account until its circuit lets a try pass; the other accounts go on.</summary>
    StopAccount,

    /// <summary>
    /// The account's status is set; nothing is called for it, in this run and later ones, until it is connected again.
    /// </summary>
    NeedsConsent,
}

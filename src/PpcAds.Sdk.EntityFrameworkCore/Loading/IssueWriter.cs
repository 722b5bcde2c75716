using PpcAds.Sdk.EntityFrameworkCore.Sql;
using PpcAds.Sdk.Etl;

namespace PpcAds.Sdk.EntityFrameworkCore.Loading;

/// <summary>Writes issues, in whatever transaction the session has.</summary>
internal static class IssueWriter
{
    /// <summary>Adds an issue.</summary>
    public static Task AddAsync(
        SqlSession session, TableNames names, SyncIssue issue, CancellationToken cancellationToken) => SqlSession.ExecuteAsync(
        session.Command(
            $"""
            INSERT INTO {names.Issues} (account_id, profile_id, step, report_id, reason, details, count, at)
            VALUES (@account, @profile, @step, @report, @reason, @details, @count, @at)
            """,
            Parameters(session, issue)),
        cancellationToken);

    /// <summary>Counts an issue up that the account had on the same day, or adds it.</summary>
    public static async Task CountAsync(
        SqlSession session, TableNames names, SyncIssue issue, CancellationToken cancellationToken)
    {
        DateTimeOffset day = new(issue.At.UtcDateTime.Date, TimeSpan.Zero);
        int counted = await SqlSession.ExecuteAsync(
            session.Command(
                $"""
                UPDATE {names.Issues}
                SET count = count + @count,
                  at = @at
                WHERE account_id = @account
                  AND at >= @day
                  AND at < @next
                  AND profile_id {Is(issue.ProfileId, "@profile")}
                  AND report_id {Is(issue.ReportId, "@report")}
                  AND step = @step
                  AND reason = @reason
                  AND details = @details
                """,
                [
                    .. Parameters(session, issue),
                    ("@day", session.Dialect.InstantValue(day)),
                    ("@next", session.Dialect.InstantValue(day.AddDays(1))),
                ]),
            cancellationToken).ConfigureAwait(false);
        if (counted == 0)
        {
            await AddAsync(session, names, issue, cancellationToken).ConfigureAwait(false);
        }
    }

    // A parameter that is null has no type in every place.
    private static string Is(object? value, string parameter) => value is null ? "IS NULL" : $"= {parameter}";

    private static (string, object?)[] Parameters(SqlSession session, SyncIssue issue) =>
    [
        ("@account", issue.AccountId.Value),
        ("@profile", issue.ProfileId?.Value),
        ("@step", StorableText.Clean(issue.Step)),
        ("@report", StorableText.Clean(issue.ReportId)),
        ("@reason", issue.Reason),
        ("@details", StorableText.Clean(issue.Details)),
        ("@count", issue.Count),
        ("@at", session.Dialect.InstantValue(issue.At)),
    ];
}

using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace PpcAds.Sdk.Ingestion;

/// <summary>What a queued sync is to do: bring all accounts, one, or one profile up to date; or request given days.</summary>
public sealed record RunRequest
{
    /// <summary>The account; <see langword="null"/> for all.</summary>
    public AccountId? AccountId { get; init; }

    /// <summary>Only this profile of the account.</summary>
    public ProfileId? ProfileId { get; init; }

    /// <summary>
    /// The first day to request, whatever is loaded, in each profile's time zone; <see langword="null"/> for what is due.
    /// </summary>
    public DateOnly? StartDate { get; init; }

    /// <summary>The last day, inclusive; goes with <see cref="StartDate"/>.</summary>
    public DateOnly? EndDate { get; init; }

    /// <summary>The datasets of those days, by name; none for all of the options.</summary>
    public IReadOnlyList<string> Datasets { get; init; } = [];

    /// <summary>
    /// The idempotency key, such as <c>daily/42/1001/2026-03-15</c>: only the first request with it gets a run. At most 100
    /// characters.
    /// </summary>
    public string? Slot { get; init; }

    /// <summary>What makes two requests the same: of the same ones only one is open at a time. At most 90 characters.</summary>
    public string Key
    {
        get
        {
            string what = AccountId is not { } account
                ? "all"
                : ProfileId is { } profile ? $"account/{account}/profile/{profile}"
                : $"account/{account}";
            if (StartDate is null && Datasets.Count == 0)
            {
                return what;
            }

            string days = string.Create(
                CultureInfo.InvariantCulture,
                $"{StartDate:O}/{EndDate:O}/{string.Join(',', Datasets.Distinct().Order(StringComparer.Ordinal))}");
            return $"{what}/{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(days)).AsSpan(0, 12))}";
        }
    }

    /// <summary>Reports everything that is wrong with the request.</summary>
    /// <exception cref="PpcAdsValidationException">The request is not valid.</exception>
    public void Validate()
    {
        var problems = new List<InputProblem>();
        if (AccountId is null && (ProfileId is not null || StartDate is not null || Datasets.Count > 0))
        {
            problems.Add(
                new InputProblem(nameof(AccountId), null, "is missing; a profile, days or datasets are of one account."));
        }

        if (StartDate is null != EndDate is null)
        {
            problems.Add(
                new InputProblem(
                    StartDate is null ? nameof(StartDate) : nameof(EndDate),
                    null,
                    "is missing; the first and the last day go together."));
        }
        else if (StartDate > EndDate)
        {
            problems.Add(
                new InputProblem(
                    nameof(StartDate), StartDate.Value.ToString("O", CultureInfo.InvariantCulture), "is after the last day."));
        }

        if (Datasets.Count > 0 && StartDate is null)
        {
            problems.Add(
                new InputProblem(
                    nameof(StartDate),
                    null,
                    "is missing; datasets go with days. What is due is planned for all datasets of the options."));
        }

        for (int i = 0; i < Datasets.Count; i++)
        {
            if (Etl.Datasets.Find(Datasets[i]) is null)
            {
                problems.Add(new InputProblem($"{nameof(Datasets)}[{i}]", Datasets[i], "is not known.")
                {
                    AllowedValues = [.. Etl.Datasets.All.Select(known => known.Id)],
                });
            }
        }

        if (problems.Count > 0)
        {
            throw new PpcAdsValidationException("The run", problems);
        }
    }

    /// <summary>Whether a job of the account, and the profile, is of the request's datasets.</summary>
    internal bool Covers(ReportJob job) => Datasets.Count == 0 || Datasets.Contains(job.Dataset);
}

using FluentAssertions;
using PpcAds.Sdk.Testing;
using PpcAds.Sdk.Throttling;
using Xunit;

namespace PpcAds.Sdk.Tests.Throttling;

public sealed class RateStoreTests : IDisposable
{
    private static readonly RateScope Scope = new("account", AmazonAdsRegion.Europe, OperationClass.Lists, null);

    private readonly SteppingTimeProvider _time = new();
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory();

    private string StateFile => Path.Combine(_folder.FullName, "rates.json");

    [Fact]
    public async Task A_pause_and_a_rate_outlive_the_process()
    {
        await LearnAsync(TimeSpan.FromSeconds(90));

        await using AdaptiveRateGovernor next = Governor();
        await LoadAsync(next);
        Task<IRatePermit> held = next.AcquireAsync(Scope).AsTask();
        _time.Advance(TimeSpan.FromSeconds(89));
        held.IsCompleted.Should().BeFalse();
        _time.Advance(TimeSpan.FromSeconds(1));
        await held.WaitAsync(TimeSpan.FromSeconds(30));

        (await ReadAsync()).Should().ContainSingle().Which.CallsPerSecond.Should().BeInRange(1, 9.9);
    }

    [Fact]
    public async Task A_pause_of_years_that_was_kept_lasts_an_hour()
    {
        await LearnAsync(TimeSpan.FromSeconds(90));
        LearnedRate kept = (await ReadAsync()).Single();
        await new JsonFileRateStore(StateFile, TimeSpan.FromHours(1), _time).SaveAsync(
            [kept with { QuietUntil = kept.QuietUntil!.Value.AddYears(68) }]);

        await using AdaptiveRateGovernor next = Governor();
        await LoadAsync(next);
        Task<IRatePermit> held = next.AcquireAsync(Scope).AsTask();
        _time.Advance(TimeSpan.FromMinutes(59));
        held.IsCompleted.Should().BeFalse();
        _time.Advance(TimeSpan.FromMinutes(1));

        await held.WaitAsync(TimeSpan.FromSeconds(30));
    }

    [Fact]
    public async Task After_a_while_it_is_forgotten()
    {
        await LearnAsync(TimeSpan.FromSeconds(1));
        _time.Advance(TimeSpan.FromMinutes(61));

        await using AdaptiveRateGovernor next = Governor();
        for (int call = 0; call < 50; call++)
        {
            (await next.AcquireAsync(Scope)).Dispose();
        }

        _time.Waits.Should().NotContain(wait => wait > TimeSpan.Zero, "a rate that was remembered would have made some wait");
    }

    [Fact]
    public async Task Within_that_while_the_rate_is_known_from_the_first_call()
    {
        await LearnAsync(TimeSpan.FromSeconds(1));
        _time.Advance(TimeSpan.FromMinutes(30));

        await using AdaptiveRateGovernor next = Governor();
        Task<IRatePermit>[] calls = [.. Enumerable.Range(0, 50).Select(_ => next.AcquireAsync(Scope).AsTask())];

        (await calls[0]).Dispose();
        calls.Count(call => call.IsCompleted).Should().BeLessThan(50);
    }

    [Fact]
    public async Task A_file_that_is_damaged_costs_no_call_and_is_written_anew()
    {
        await File.WriteAllTextAsync(StateFile, "{ not json");

        await LearnAsync(TimeSpan.FromSeconds(90));

        (await ReadAsync()).Should().ContainSingle();
        _folder.GetFiles().Should().ContainSingle("drafts are removed");
    }

    [Fact]
    public async Task Rates_of_other_accounts_in_the_file_are_kept()
    {
        await LearnAsync(TimeSpan.FromSeconds(90), "first");
        await LearnAsync(TimeSpan.FromSeconds(90), "second");

        (await ReadAsync()).Select(rate => rate.Account).Should().BeEquivalentTo("first", "second");
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private async Task LearnAsync(TimeSpan retryAfter, string account = "account")
    {
        await using AdaptiveRateGovernor governor = Governor();
        using IRatePermit permit = await governor.AcquireAsync(Scope with { Account = account });
        permit.Complete(AttemptResult.Throttled, retryAfter);
    }

    /// <summary>A call of another class: after it the file is read, and pauses count from now.</summary>
    private static async Task LoadAsync(AdaptiveRateGovernor governor) =>
        (await governor.AcquireAsync(Scope with { OperationClass = OperationClass.Downloads })).Dispose();

    private AdaptiveRateGovernor Governor() => new(
        new RateGovernorOptions { MaxConcurrentCallsPerAccount = 1000, Throttling = new ThrottlingOptions { StateFile = StateFile } },
        new RateGovernorServices { TimeProvider = _time, Random = new FixedRandom(1) });

    private async Task<IReadOnlyList<LearnedRate>> ReadAsync() =>
        await new JsonFileRateStore(StateFile, TimeSpan.FromHours(1), _time).LoadAsync();
}

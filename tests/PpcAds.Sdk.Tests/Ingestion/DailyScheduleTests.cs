using FluentAssertions;
using PpcAds.Sdk.Etl;
using PpcAds.Sdk.Ingestion;
using PpcAds.Sdk.Ingestion.Queue;
using Xunit;

namespace PpcAds.Sdk.Tests.Ingestion;

public sealed class DailyScheduleTests
{
    private static readonly ProfileRecord LosAngeles = new()
    {
        ProfileId = new ProfileId(1_001),
        Region = AmazonAdsRegion.NorthAmerica,
        TimeZone = "America/Los_Angeles",
    };

    [Theory]
    [InlineData("2026-03-15T11:59:00Z", null)] // 04:59 there
    [InlineData("2026-03-15T12:01:00Z", "2026-03-15")] // 05:01
    [InlineData("2026-03-16T06:59:00Z", "2026-03-15")] // 23:59
    [InlineData("2026-03-16T07:01:00Z", null)] // 00:01 of the next day
    public void A_profiles_hour_is_one_of_its_own_day(string now, string? day)
    {
        DateOnly? slot = DailySchedule.SlotOf(LosAngeles, 5, TimeSpan.Zero, DateTimeOffset.Parse(now, System.Globalization.CultureInfo.InvariantCulture));

        slot.Should().Be(day is null ? null : DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture));
    }

    [Fact]
    public void The_moments_of_many_profiles_are_spread_and_each_keeps_its_own()
    {
        var start = new DateTimeOffset(2026, 3, 15, 12, 0, 0, TimeSpan.Zero);
        int[] due = [.. Enumerable.Range(0, 31).Select(minute => Enumerable.Range(1, 300).Count(id =>
            DailySchedule.SlotOf(LosAngeles with { ProfileId = new ProfileId(id * 7_919L) }, 5, TimeSpan.FromMinutes(30), start.AddMinutes(minute)) is not null))];

        due.Should().BeInAscendingOrder();
        due[0].Should().BeLessThan(30);
        due[15].Should().BeInRange(100, 200);
        due[30].Should().Be(300);
    }

    [Fact]
    public void A_profile_whose_zone_is_not_known_has_no_hour() =>
        DailySchedule.SlotOf(LosAngeles with { TimeZone = "Mars/Olympus" }, 0, TimeSpan.Zero, DateTimeOffset.UnixEpoch).Should().BeNull();

    [Fact]
    public async Task Each_profile_is_asked_for_once_a_day_however_many_processes_there_are()
    {
        await using Ingestion ingestion = await Ingestion.StartAsync(configure: options =>
        {
            options.DailySyncHour = 5;
            options.DailySyncJitter = TimeSpan.Zero;
        });
        DailySchedule[] processes = [Make(ingestion), Make(ingestion)];

        // Nothing is stored of the account: it is synced whole first, and lists its profiles.
        await EnqueueAsync(processes);
        (await ingestion.Storage.Runs.ListAsync()).Items.Should().ContainSingle(run => run.Request.AccountId == ingestion.Account && run.Request.ProfileId == null);
        await FinishAsync(ingestion);
        await ingestion.SyncAsync();

        var asked = new List<int>();
        for (int hour = 0; hour < 48; hour++)
        {
            int before = (await ingestion.Storage.Runs.ListAsync()).Items.Count(run => run.Request.ProfileId is not null);
            await EnqueueAsync(processes);
            await FinishAsync(ingestion);
            asked.Add((await ingestion.Storage.Runs.ListAsync()).Items.Count(run => run.Request.ProfileId is not null) - before);
            ingestion.Time.Advance(TimeSpan.FromHours(1));
            if (hour % 12 == 11)
            {
                await ingestion.SyncAsync();
            }
        }

        asked.Sum().Should().BeInRange(2, 3, "two days, whose borders may be a third");
        asked.Max().Should().Be(1);
    }

    private static async Task EnqueueAsync(DailySchedule[] processes)
    {
        foreach (DailySchedule process in processes)
        {
            await process.EnqueueDueAsync(CancellationToken.None);
        }
    }

    private static async Task FinishAsync(Ingestion ingestion)
    {
        foreach (QueuedRun run in await ingestion.Storage.Runs.ListOpenAsync())
        {
            await ingestion.Storage.Runs.SaveAsync(run with { State = QueuedRunState.Succeeded });
        }
    }

    private static DailySchedule Make(Ingestion ingestion)
    {
        var options = new IngestionOptions { DailySyncHour = 5, DailySyncJitter = TimeSpan.Zero };
        var runs = new IngestionRuns(ingestion.Storage.Runs, ingestion.Storage.Jobs, new RunSignal(), ingestion.Time);
        return new DailySchedule(ingestion.Storage.Accounts, ingestion.Storage.Reader, runs, options, ingestion.Time);
    }
}

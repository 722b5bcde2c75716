using FluentAssertions;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using PpcAds.Sdk.Etl;
using Xunit;

namespace PpcAds.Sdk.Tests.Ingestion;

/// <summary>Work that several calls in one process share.</summary>
public sealed class SharedWorkTests
{
    [Fact]
    public async Task Two_calls_at_once_load_no_more_reports_side_by_side_than_the_process_may()
    {
        CountingSink sink = null!;
        await using Ingestion ingestion = await Ingestion.StartAsync(
            configure: options =>
            {
                options.Datasets = ["sp.campaign", "sp.ad_group"];
                options.MaxConcurrentReports = 1;
            },
            services: (services, storage) =>
                services.Replace(ServiceDescriptor.Singleton<IEtlSink>(sink = new CountingSink(storage.Sink))));
        await ingestion.SyncAsync();
        ingestion.Time.Advance(TimeSpan.FromMinutes(10));

        await ingestion.Time.RunAsync(
            Task.WhenAll(ingestion.Orchestrator.PollReportsAsync(), ingestion.Orchestrator.PollReportsAsync()));

        sink.Loads.Should().BeGreaterThan(1);
        sink.Most.Should().Be(1);
    }

    /// <summary>A sink that counts the loads that are begun side by side, each of which waits for another for a while.</summary>
    private sealed class CountingSink(IEtlSink inner) : IEtlSink
    {
        private readonly TaskCompletionSource _second = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private int _now;
        private int _loads;

        public int Loads => _loads;

        public int Most { get; private set; }

        public Task<LoadResult> LoadEntitiesAsync<T>(
            EntityScope scope, IAsyncEnumerable<IReadOnlyList<T>> batches, CancellationToken cancellationToken = default)
            where T : class, IEntityRecord<T> => inner.LoadEntitiesAsync(scope, batches, cancellationToken);

        public async Task<ILoadSession> BeginReplaceAsync(
            LoadScope scope, LoadId id, CancellationToken cancellationToken = default)
        {
            int now = Interlocked.Increment(ref _now);
            Most = Math.Max(Most, now);
            if (Interlocked.Increment(ref _loads) > 1)
            {
                _second.TrySetResult();
            }

            // Nothing tells that no other comes.
            await Task.WhenAny(_second.Task, Task.Delay(TimeSpan.FromSeconds(2), TimeProvider.System, cancellationToken));
            Interlocked.Decrement(ref _now);
            return await inner.BeginReplaceAsync(scope, id, cancellationToken);
        }

        public Task<LoadResult?> FindLoadAsync(LoadId id, CancellationToken cancellationToken = default) =>
            inner.FindLoadAsync(id, cancellationToken);
    }
}

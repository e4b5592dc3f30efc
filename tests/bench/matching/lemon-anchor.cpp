// The peer in C++: the same instance file as a minimum-cost flow, solved by LEMON.
// lemon-anchor FILE ns|cs|cap total|count|priority   (network simplex, cost scaling, capacity scaling)
//   total     highest total value
//   count     as many requests as possible first, then the highest total value
//   priority  as many of every tenth request (0, 10, 20 …) as possible before that
#include <lemon/capacity_scaling.h>
#include <lemon/cost_scaling.h>
#include <lemon/network_simplex.h>
#include <lemon/static_graph.h>
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstring>
#include <ctime>
#include <utility>
#include <vector>

using Graph = lemon::StaticDigraph;
using Cost = long long;

static double milliseconds() {
  using namespace std::chrono;
  return duration<double, std::milli>(steady_clock::now().time_since_epoch()).count();
}

// The most memory this process ever held: its own record, for getrusage counts in the parent's.
static long long peakBytes() {
  char line[256];
  long long kilobytes = 0;
  FILE* status = fopen("/proc/self/status", "r");
  while (status && fgets(line, sizeof line, status))
    if (sscanf(line, "VmHWM: %lld", &kilobytes) == 1) break;
  if (status) fclose(status);
  return kilobytes * 1024;
}

static bool readInts(FILE* file, std::vector<int>& into) { return fread(into.data(), 4, into.size(), file) == into.size(); }

template <class Solver>
static bool solve(const Graph& graph, const Graph::ArcMap<int>& upper, const Graph::ArcMap<Cost>& cost,
                  const Graph::NodeMap<int>& supply, Graph::ArcMap<int>& flow) {
  Solver solver(graph);
  solver.upperMap(upper).costMap(cost).supplyMap(supply);
  const bool optimal = solver.run() == Solver::OPTIMAL;
  solver.flowMap(flow);
  return optimal;
}

int main(int argc, char** argv) {
  if (argc != 4) return 2;
  const double started = milliseconds();
  FILE* file = fopen(argv[1], "rb");
  int head[5];
  if (!file || fread(head, 4, 5, file) != 5) return 1;
  const int requests = head[2], mentors = head[3], pairs = head[4];
  std::vector<int> first(requests + 1), mentorOf(pairs), value(pairs), capacity(mentors, 1);
  if (head[1] == 1) {
    if (!readInts(file, first) || !readInts(file, mentorOf) || !readInts(file, value) || !readInts(file, capacity)) return 1;
  } else {
    if (!readInts(file, value)) return 1;
    for (int i = 0; i <= requests; i++) first[i] = i * mentors;
    for (int k = 0; k < pairs; k++) mentorOf[k] = k % mentors;
  }
  fclose(file);

  const bool byTotal = !strcmp(argv[3], "total"), byPriority = !strcmp(argv[3], "priority");
  const Cost highest = pairs ? *std::max_element(value.begin(), value.end()) : 0;
  const Cost unserved = byTotal ? 0 : (highest + 1) * requests;
  const Cost unservedFirst = byPriority ? unserved * (requests + 2) : unserved;

  const double read = milliseconds();
  const clock_t spentBefore = clock();
  // Nodes: requests, mentors, and one sink that also takes in the unserved.
  const int sink = requests + mentors;
  std::vector<std::pair<int, int>> arcs;
  std::vector<Cost> costs;
  std::vector<int> uppers;
  const size_t most = (size_t)pairs + requests + mentors;
  arcs.reserve(most), costs.reserve(most), uppers.reserve(most);
  const auto add = [&](int from, int to, Cost cost, int upper) {
    arcs.push_back({from, to}), costs.push_back(cost), uppers.push_back(upper);
  };
  for (int i = 0; i < requests; i++) {
    for (int k = first[i]; k < first[i + 1]; k++)
      if (value[k] > 0) add(i, requests + mentorOf[k], -value[k], 1);
    add(i, sink, i % 10 ? unserved : unservedFirst, 1);
  }
  for (int j = 0; j < mentors; j++) add(requests + j, sink, 0, capacity[j]);
  Graph graph;
  graph.build(sink + 1, arcs.begin(), arcs.end());
  Graph::ArcMap<Cost> cost(graph);
  Graph::ArcMap<int> upper(graph), flow(graph);
  Graph::NodeMap<int> supply(graph, 0);
  for (size_t k = 0; k < arcs.size(); k++) cost[graph.arc(k)] = costs[k], upper[graph.arc(k)] = uppers[k];
  for (int i = 0; i < requests; i++) supply[graph.node(i)] = 1;
  supply[graph.node(sink)] = -requests;

  const double built = milliseconds();
  bool optimal;
  if (!strcmp(argv[2], "ns")) optimal = solve<lemon::NetworkSimplex<Graph, int, Cost>>(graph, upper, cost, supply, flow);
  else if (!strcmp(argv[2], "cs")) optimal = solve<lemon::CostScaling<Graph, int, Cost>>(graph, upper, cost, supply, flow);
  else optimal = solve<lemon::CapacityScaling<Graph, int, Cost>>(graph, upper, cost, supply, flow);
  const double solved = milliseconds();
  const double spent = 1000.0 * (clock() - spentBefore) / CLOCKS_PER_SEC;

  Cost total = 0;
  int served = 0, servedFirst = 0;
  for (size_t k = 0; k < arcs.size(); k++) {
    const auto [from, to] = arcs[k];
    if (from >= requests || to == sink || !flow[graph.arc(k)]) continue;
    total -= costs[k], served++, servedFirst += from % 10 == 0;
  }
  printf("{\"optimal\":%s,\"readMs\":%.1f,\"solveMs\":%.1f,\"processorMs\":%.1f,"
         "\"simplexMs\":%.1f,\"peakBytes\":%lld,\"total\":%lld,\"served\":%d,\"servedFirst\":%d}\n",
         optimal ? "true" : "false", read - started, solved - read, spent, solved - built, peakBytes(), total,
         served, servedFirst);
}
